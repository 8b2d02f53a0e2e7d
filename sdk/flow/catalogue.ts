import type { TObject } from 'typebox';
import type { Localized } from '../localized.ts';
import type { Channel, NodeDefinition, TriggerDefinition } from '../node.ts';
import type { NodePortName } from '../ports/node-ports.ts';
import type { StepMeaning } from './step-meaning.ts';

/** What can be placed in a flow, without the code: the same on the server and in the designer. */
export type CatalogueEntry = {
  readonly id: string;
  readonly version: number;
  readonly kind: NodeDefinition['kind'];
  readonly title: Localized;
  readonly description: Localized;
  readonly icon: string;
  readonly config: TObject;
  /** The settings in one line, see `saySummary`. */
  readonly summary?: Localized;
  readonly outcomes: Readonly<Record<string, Localized>>;
  readonly isEnd: boolean;
  readonly contacts: Channel | null;
  /** What it does in the eyes of the law; left out: nothing. */
  readonly meaning?: readonly StepMeaning[];
  /** What it asks of the platform; left out: nothing. */
  readonly ports?: readonly NodePortName[];
  /** The outcome when nothing was done: later waits count from the step before. */
  readonly skippedOutcome?: string;
  /** Of a trigger: what starts an instance. */
  readonly starts?: TriggerDefinition['starts'];
};

export type Catalogue = {
  /** The newest version of a node type, or null when no plugin brings it. */
  find(type: string): CatalogueEntry | null;
};

export function catalogueEntry(node: NodeDefinition): CatalogueEntry {
  const { id, version, kind, title, description, icon, config, outcomes } = node;
  const contacts = node.kind === 'action' ? (node.contacts ?? null) : null;
  const isEnd = node.isEnd ?? false;
  return {
    id,
    version,
    kind,
    title,
    description,
    icon,
    config,
    outcomes,
    isEnd,
    contacts,
    ...(node.summary ? { summary: node.summary } : {}),
    ...ownOf(node),
  };
}

/** What only some types have. */
function ownOf(node: NodeDefinition): Partial<CatalogueEntry> {
  const meaning = node.meaning ? { meaning: node.meaning } : {};
  if (node.kind === 'trigger') return { ...meaning, starts: node.starts };
  if (node.kind !== 'action') return meaning;
  const { ports, skippedOutcome } = node;
  return {
    ...meaning,
    ...(ports?.length ? { ports } : {}),
    ...(skippedOutcome ? { skippedOutcome } : {}),
  };
}
