import type { TObject } from 'typebox';
import type { Channel } from '../contact.ts';
import type { Localized } from '../localized.ts';
import type { NodePortName } from '../ports/node-ports.ts';
import type { StepMeaning } from './step-meaning.ts';

export type NodeKind = 'action' | 'condition' | 'wait' | 'group' | 'trigger';
/** What makes a trigger start an instance. */
export type StartsOn = 'when-overdue' | 'manually';

/** What can be placed in a flow, without the code: the same on the server and in the designer. */
export type CatalogueEntry = {
  readonly id: string;
  readonly version: number;
  readonly kind: NodeKind;
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
  readonly starts?: StartsOn;
};

export type Catalogue = {
  /** The newest version of a node type, or null when no plugin brings it. */
  find(type: string): CatalogueEntry | null;
};
