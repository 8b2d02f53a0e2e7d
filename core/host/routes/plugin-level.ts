import type { PluginScope, RequestUser } from '@inning/sdk';
import type { FastifyRequest } from 'fastify';
import { findAdministration } from '../../domain/administrations/index.ts';
import { idText, toId } from '../../domain/routing/index.ts';
import type { Store } from '../../store/index.ts';
import { PluginLevelNotAllowedError } from '../host.errors.ts';

/** The level a request is about. An administration outside the reader's scope is a 404. */
export async function levelOf(
  store: Store,
  { user, scope }: FastifyRequest,
  administrationId: string | undefined,
): Promise<PluginScope> {
  const agencyId = user?.agencyId ?? null;
  if (administrationId === undefined) return { agencyId, administrationId: null };
  const administration = await findAdministration(store, scope, { id: toId(administrationId) });
  return {
    agencyId: idText(administration.agencyId),
    administrationId: idText(administration._id),
  };
}

/** A creditor's administrator sets up its own administrations; the agency's choice is the agency's. */
export function assertMayChange(user: RequestUser | null, scope: PluginScope): void {
  if (scope.administrationId === null && !seesAbove(user)) throw new PluginLevelNotAllowedError();
}

export const seesAbove = (user: RequestUser | null) =>
  user?.role === 'operator' || user?.role === 'agency-administrator';
