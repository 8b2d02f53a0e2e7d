import { covers } from '../manifest/check-description.ts';
import type { PluginAsks } from '../package-types.ts';

export type AsksChange = {
  /** What was not allowed before. */
  readonly added: PluginAsks;
  /** What is no longer asked for. */
  readonly removed: PluginAsks;
};

export const NO_ASKS: PluginAsks = {
  claim: [],
  hosts: [],
  channels: [],
  nodePorts: [],
  ports: [],
  events: [],
  credentials: [],
};
type AskKind = keyof PluginAsks;
const KINDS = Object.keys(NO_ASKS) as AskKind[];

/**
 * What a version asks beyond another one (null: nothing is allowed yet). Part of what is allowed is
 * not new: `debtor.name` under `debtor`, `api.example.com` under `*.example.com`.
 */
export function compareAsks(before: PluginAsks | null, after: PluginAsks): AsksChange {
  const allowed = before ?? NO_ASKS;
  return { added: beyond(after, allowed), removed: beyond(allowed, after) };
}

export const isNothing = (asks: PluginAsks): boolean =>
  KINDS.every((kind) => asks[kind].length === 0);

function beyond(asked: PluginAsks, allowed: PluginAsks): PluginAsks {
  const left = KINDS.map((kind) => {
    const isAllowed = (one: string) => allowed[kind].some((has) => includes(kind, has, one));
    return [kind, asked[kind].filter((one) => !isAllowed(one))] as const;
  });
  return Object.fromEntries(left) as Record<AskKind, string[]>;
}

/** Whether allowing one thing of a kind allows the other. */
// oxlint-disable-next-line max-params -- read as a sentence
function includes(kind: AskKind, allowed: string, asked: string): boolean {
  if (kind === 'claim') return asked === allowed || asked.startsWith(`${allowed}.`);
  if (kind === 'hosts') return covers(allowed, asked);
  if (kind !== 'credentials') return asked === allowed;
  const [name, host = ''] = allowed.split(' ');
  const [otherName, otherHost = ''] = asked.split(' ');
  return name === otherName && covers(host, otherHost);
}
