import type { Access, Locale, RequestUser } from '@inning/sdk';
import type { Scope } from '../store/index.ts';
import type { RouteEntry } from './access/route-table.ts';

/** A browser that is signed in. */
export type RequestSession = {
  readonly token: string;
  readonly csrfToken: string;
  readonly user: RequestUser;
  readonly locale: Locale;
};

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this route. A route without one stops the boot. */
    access?: Access;
  }
  interface FastifyRequest {
    session: RequestSession | null;
    /** Who asks; never null on a route whose access rule names roles. */
    user: RequestUser | null;
    /** What this request may see; nothing at all for strangers and for the operator. */
    scope: Scope;
  }
  interface FastifyReply {
    /** Gives the browser the cookie of a session; returns the token that its forms must carry. */
    startSession(session: { readonly token: string; readonly expiresAt: Date }): string;
    endSession(): void;
  }
  interface FastifyInstance {
    /** Every route that was registered, with its rule. */
    readonly routeTable: readonly RouteEntry[];
  }
}
