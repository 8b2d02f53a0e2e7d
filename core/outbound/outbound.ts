import {
  type CredentialChoice,
  type HttpAnswer,
  HttpRefusedError,
  type HttpRequest,
  type PluginLog,
} from '@inning/sdk';
import { createFigures, type OutboundFigure } from './figures.ts';
import { refuse } from './outbound.errors.ts';
import { readRequest } from './read-request.ts';
import { createAtOnce } from './send/at-once.ts';
import type { LoopbackHosts } from './send/connect.ts';
import type { AddedCredential, Sender } from './send/sender.ts';
import { isAmong } from './target/host-pattern.ts';
import { nameOf, readTarget, type Target } from './target/read-target.ts';
import { type ResolveHost, resolveHost } from './target/resolve-host.ts';

/** A request of a plugin on behalf of an agency. */
export type OutboundCall = {
  readonly pluginId: string;
  readonly agencyId: string | null;
  /** What the plugin declares and the agency granted, as written: `api.example.com`, `*.example.com:8443`. */
  readonly hosts: readonly string[];
  readonly request: HttpRequest;
  /** What to add for the credential that the request names; throws when there is none for this host. */
  readonly addCredential?: (choice: CredentialChoice, target: Target) => Promise<AddedCredential>;
};

/** The only way by which requests of plugins leave. */
export type Outbound = {
  /** Throws HttpRefusedError when it may not be made, HttpUnavailableError when nobody answers. */
  request(call: OutboundCall): Promise<HttpAnswer>;
  /** How many requests ended how, since the start. */
  figures(): readonly OutboundFigure[];
  close(): Promise<void>;
};

export type OutboundDeps = {
  readonly log: PluginLog;
  /** For tests. */
  readonly resolve?: ResolveHost;
  /** For tests; nothing that an agency or operator can set leads here. */
  readonly loopback?: LoopbackHosts;
  readonly limits?: Partial<OutboundLimits>;
};
export type OutboundLimits = {
  /** From asking until the last byte, redirects and waiting for a turn included. */
  readonly timeoutMs: number;
  /** Of one plugin for one agency. */
  readonly mostAtOnce: number;
  readonly mostWaiting: number;
};
const LIMITS: OutboundLimits = { timeoutMs: 30_000, mostAtOnce: 8, mostWaiting: 200 };

export function createOutbound(deps: OutboundDeps): Outbound {
  const limits = { ...LIMITS, ...deps.limits };
  const atOnce = createAtOnce({ most: limits.mostAtOnce, mostWaiting: limits.mostWaiting });
  const figures = createFigures();
  const { resolve = resolveHost, loopback } = deps;
  let sender: Promise<Sender> | null = null;
  // Loaded with the first request: most processes never make one.
  const opened = () =>
    (sender ??= import('./send/sender.ts').then(({ createSender }) =>
      createSender({ resolve, loopback }),
    ));

  /** Before it waits for its turn: asking for a credential may itself be a request of this plugin. */
  async function prepare(call: OutboundCall) {
    const request = readRequest(call.request);
    const target = readTarget(request.url);
    const mayReach = (its: Target) => isAmong(call.hosts, its);
    if (!mayReach(target)) {
      refuse(`the plugin may not speak to ${nameOf(target)}`, { host: nameOf(target) });
    }
    const added = await credentialsOf(call, request.credentials, target);
    const clash = (added ? namesOf(added) : []).find((name) => name in request.headers);
    if (clash !== undefined) refuse(`its header "${clash}" is that of the credential`);
    return { target, request, added, mayReach };
  }

  return {
    async request(call) {
      const { pluginId } = call;
      const owner = `${call.agencyId ?? ''}/${pluginId}`;
      const signal = AbortSignal.timeout(limits.timeoutMs);
      const startedAt = performance.now();
      const note = (outcome: string, more: object) => {
        const ms = Math.round(performance.now() - startedAt);
        figures.count({ pluginId, outcome, ms });
        deps.log.info(
          { pluginId, agencyId: call.agencyId, outcome, ms, ...more },
          'a plugin asked',
        );
      };
      try {
        const prepared = await prepare(call);
        const { answer, target } = await atOnce.run(owner, signal, async () =>
          (await opened()).send({ ...prepared, owner, signal }),
        );
        note('answered', { host: nameOf(target), status: answer.status });
        return answer;
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
        note(error instanceof HttpRefusedError ? 'refused' : 'unavailable', { code });
        throw error;
      }
    },
    figures: figures.all,
    async close() {
      await (await sender)?.close();
    },
  };
}

async function credentialsOf(
  call: OutboundCall,
  choices: readonly CredentialChoice[],
  target: Target,
): Promise<AddedCredential | null> {
  let all: AddedCredential | null = null;
  for (const choice of choices) {
    if (!call.addCredential) return refuse('the plugin declares no credentials');
    const one = await call.addCredential(choice, target);
    all = all === null ? one : both(all, one);
  }
  return all;
}

function both(first: AddedCredential, second: AddedCredential): AddedCredential {
  const names = namesOf(first);
  const isTwice = namesOf(second).some((name) => names.includes(name));
  if (isTwice || (first.certificate && second.certificate)) {
    refuse('two of its credentials would stand in the same place');
  }
  const signer = first.signer ?? second.signer;
  return {
    headers: { ...first.headers, ...second.headers },
    certificate: first.certificate ?? second.certificate,
    secrets: [...first.secrets, ...second.secrets],
    ...(signer ? { signer } : {}),
  };
}

/** The headers that a credential makes. */
const namesOf = ({ headers, signer }: AddedCredential): string[] => [
  ...Object.keys(headers),
  ...(signer?.names ?? []),
];
