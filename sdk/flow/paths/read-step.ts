import type { Channel } from '../../contact.ts';
import type { NodePortName } from '../../ports/node-ports.ts';
import type { Catalogue, CatalogueEntry } from '../catalogue.ts';
import type { FlowNode } from '../flow-document.ts';
import { readAnchor, type StepAnchor } from '../settings/read-anchor.ts';
import type { Deed, StepMeaning } from '../step-meaning.ts';

/** One thing a step does, with the setting that says how. */
export type StepDeed = {
  readonly does: Deed;
  /** By which the debtor is reached under the gates of the engine; null when none looks. */
  readonly channel: Channel | null;
  /** The setting its meaning points at: a template, a number of days, an expression. */
  readonly value: unknown;
  /** The outcomes of the step by which it was done; null for all. */
  readonly by: readonly string[] | null;
};

export type StepWait = {
  readonly pick: 'latest' | 'earliest';
  readonly anchors: readonly StepAnchor[];
};

/** A step as the rules of a country read it. */
export type StepReading = {
  readonly id: string;
  readonly kind: CatalogueEntry['kind'] | null;
  /** Which letter of the series it is, or null. */
  readonly stage: number | null;
  readonly isGroup: boolean;
  readonly starts: CatalogueEntry['starts'];
  readonly skippedOutcome: string | null;
  /** Letters and contacts come last: a group writes them when it knows what its other steps announce. */
  readonly deeds: readonly StepDeed[];
  /** What it asks of the platform without a word on what it does with it. */
  readonly undeclared: readonly NodePortName[];
  /** What it waits for, or null. */
  readonly wait: StepWait | null;
};

/** Reads what a step means from its node type and its settings; an unknown type means nothing. */
export function readStep(id: string, node: FlowNode, catalogue: Catalogue): StepReading {
  const entry = catalogue.find(node.type);
  const stage = node.stage ?? null;
  if (!entry) return { ...MEANINGLESS, id, stage };
  const members = membersOf(node, entry);
  const types = members.flatMap((member) => catalogue.find(member.type) ?? []);
  const deeds = members.flatMap((member) => {
    const type = catalogue.find(member.type);
    return type ? deedsOf(member.config, type).map((deed) => ({ ...deed, ...inGroup(deed) })) : [];
  });
  return {
    id,
    kind: entry.kind,
    stage,
    isGroup: members.length > 0,
    starts: entry.starts,
    skippedOutcome: entry.skippedOutcome ?? null,
    undeclared: [entry, ...types].flatMap(undeclaredBy),
    deeds: inOrder([...deedsOf(node.config, entry), ...deeds]),
    wait: entry.kind === 'wait' ? readWait(node, entry) : null,
  };
}

const MEANINGLESS = {
  kind: null,
  isGroup: false,
  starts: undefined,
  skippedOutcome: null,
  deeds: [],
  undeclared: [],
  wait: null,
} as const;

const REACHING: readonly Deed[] = ['send-letter', 'contact-debtor'];
export const isContact = ({ does }: Pick<StepDeed, 'does'>): boolean => REACHING.includes(does);

const COST_DEEDS: readonly Deed[] = ['announce-costs', 'make-costs-claimable'];

/** A port that changes what is owed, or that writes to debtors, asked for by a type that says nothing of it. */
function undeclaredBy({ ports = [], meaning = [], contacts }: CatalogueEntry): NodePortName[] {
  const changesCosts = meaning.some(({ does }) => COST_DEEDS.includes(does));
  return ports.filter(
    (port) => (port === 'costs' && !changesCosts) || (port === 'mail' && contacts === null),
  );
}

const inOrder = (deeds: readonly StepDeed[]) => [
  ...deeds.filter((deed) => !isContact(deed)),
  ...deeds.filter(isContact),
];

/** A member that was done as hoped lets the group leave by `done`. */
const inGroup = ({ by }: StepDeed) => ({ by: by === null ? null : ['done'] });

function deedsOf(config: Record<string, unknown>, entry: CatalogueEntry): StepDeed[] {
  const { contacts: channel, meaning = [] } = entry;
  const told = meaning.filter(({ when = {} }) =>
    Object.entries(when).every(([field, value]) => config[field] === value),
  );
  const deeds = told.map((one) => deedOf(one, config, channel));
  if (channel === null || meaning.some(isContact)) return deeds;
  const happened = Object.keys(entry.outcomes).filter((way) => way !== entry.skippedOutcome);
  return [{ does: 'contact-debtor', channel, value: undefined, by: happened }, ...deeds];
}

function deedOf(
  { does, by, field }: StepMeaning,
  config: Record<string, unknown>,
  contacts: Channel | null,
): StepDeed {
  const channel = isContact({ does }) ? contacts : null;
  const value = field ? config[field] : undefined;
  const isDays = does === 'rest' && typeof value === 'number';
  return { does, channel, value: isDays ? readDays(value) : value, by: by ?? null };
}

type Member = Pick<FlowNode, 'type' | 'config'>;
const MOST_MEMBERS = 20;

/** The actions in fields with `editor: 'actions'`, as the engine runs them at once. */
function membersOf({ config }: FlowNode, entry: CatalogueEntry): Member[] {
  return Object.entries(entry.config.properties).flatMap(([name, schema]) => {
    const value = config[name];
    const isGroup = 'editor' in schema && schema.editor === 'actions' && Array.isArray(value);
    return isGroup ? value.filter(isMember).slice(0, MOST_MEMBERS) : [];
  });
}

function isMember(value: unknown): value is Member {
  const { type, config } = (value ?? {}) as Record<string, unknown>;
  return typeof type === 'string' && typeof config === 'object' && config !== null;
}

/** Days in a field with `editor: 'anchors'`, with `pick` beside it. Other waits say nothing of their day. */
function readWait({ config }: FlowNode, entry: CatalogueEntry): StepWait | null {
  const field = Object.entries(entry.config.properties).find(
    ([, schema]) => 'editor' in schema && schema.editor === 'anchors',
  );
  const anchors: unknown = field ? config[field[0]] : null;
  if (!Array.isArray(anchors)) return null;
  return {
    pick: config['pick'] === 'earliest' ? 'earliest' : 'latest',
    anchors: anchors.slice(0, MOST_MEMBERS).map((one) => countable(readAnchor(one))),
  };
}

/** What no calendar can count is said of the settings; here it only must not be counted with. */
const MOST_DAYS = 3_660;
const readDays = (days: number): number =>
  Math.trunc(Math.max(-MOST_DAYS, Math.min(days, MOST_DAYS)));

const countable = (anchor: StepAnchor): StepAnchor => ({ ...anchor, days: readDays(anchor.days) });
