import type { CalendarDate, Claim, Country, Message, NodePorts, PluginTools } from '@inning/sdk';
import type { Agency } from '../../domain/agencies/index.ts';
import type { Administration } from '../../domain/administrations/index.ts';
import type { AnnouncingLetter, LawOfClaim } from '../../domain/claims/index.ts';
import type { Creditor } from '../../domain/creditors/index.ts';
import type { Debtor } from '../../domain/debtors/index.ts';
import type { Invoice } from '../../domain/invoices/index.ts';
import type { Instance } from '../instances/instance.model.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import type { CompiledFlow } from './compile-flow.ts';
import type { Effect } from './effects.ts';

/** A stop on everything for a debtor or administration; `until` is its last day, null is "until resumed". */
export type Pause = { readonly until: CalendarDate | null; readonly reason: string | null };

/** A letter to a debtor: its day, and the key that tells whose it was. */
export type Contact = {
  readonly on: CalendarDate;
  readonly key: string;
  /** Set when it surely left, before this look at the facts. */
  readonly sent?: SentLetter;
};
export type SentLetter = { readonly communicationId: string; readonly nodeId: string };

/** What is true now about the subject of an instance; read afresh for every move. */
export type Facts = {
  /** The claim as it is on a day. */
  readonly claimOn: (today: CalendarDate, pending?: readonly Effect[]) => Claim;
  /** The open invoices behind it, as effects that are not written yet will leave them. */
  readonly invoicesOn: (today: CalendarDate, pending?: readonly Effect[]) => readonly Invoice[];
  /** All open invoices of the debtor, of this subject or not. */
  readonly allInvoices: readonly Invoice[];
  /** By what costs and interest are computed. */
  readonly lawOn: (today: CalendarDate) => LawOfClaim;
  /** True when open invoices of the subject were handed over to somebody else. */
  readonly hasHandedOver: boolean;
  readonly country: Country;
  readonly timeZone: string;
  readonly debtorPause: Pause | null;
  readonly administrationPause: Pause | null;
  /** The day of the newest bank data, or null when none ever came. */
  readonly bankDataOn: CalendarDate | null;
  /** True while a received payment that may be this debtor's waits for a person. */
  readonly hasPlausiblePayment: boolean;
  /**
   * How this debtor was contacted lately, over all flows. Letters asked for are added at once, and
   * all instances of a debtor that move together share the list.
   */
  readonly contacts: Contact[];
  /** The rows themselves, for whoever makes the letter. */
  readonly debtor: Debtor;
  readonly administration: Administration;
  readonly creditor: Creditor;
  readonly agency: Agency | null;
};

/** The outside port of an action: the live engine sends, a simulation only notes. */
export type MailDesk = (letter: {
  readonly instance: Instance;
  readonly key: string;
  readonly nodeId: string;
  readonly claim: Claim;
  readonly facts: Facts;
  readonly today: CalendarDate;
  readonly letter: Parameters<NodePorts['mail']['send']>[0];
  /** What the claim rests on besides what is written: effects of this very walk. */
  readonly pending: readonly Effect[];
  /** The costs that it announces. */
  readonly announces: AnnouncingLetter | null;
}) => Promise<MailAnswer>;

/** With the words as they left, where they are at hand. */
export type MailAnswer = Awaited<ReturnType<NodePorts['mail']['send']>> & {
  readonly text?: string;
};

/** Runs a script of an agency in the sandbox. */
export type RunScript = Sandbox['runScript'];

export type Situation = {
  readonly flow: CompiledFlow;
  readonly instance: Instance;
  readonly facts: Facts;
  readonly now: Date;
  readonly mail: MailDesk;
  /** Whether a flow of that name can be switched to. */
  readonly canBegin: (slug: string) => Promise<boolean>;
  readonly evaluate: (expression: string, claim: Claim) => boolean;
  /** What the plugin of a node may use. */
  readonly tools: (pluginId: string) => PluginTools;
  readonly runScript: RunScript;
};

/** What happened in a move, in the order in which it happened. */
export type StepDraft = {
  readonly kind: 'done' | 'skipped' | 'parked' | 'held' | 'stuck' | 'ended' | 'intervened';
  readonly nodeId: string;
  readonly type: string;
  readonly outcome: string | null;
  readonly because: Message | null;
  readonly communicationId: string | null;
  readonly output: Readonly<Record<string, string | number | boolean | null>> | null;
};

/** The part of an instance that a move may change. */
export type InstanceChange = Partial<
  Pick<
    Instance,
    | 'isLive'
    | 'state'
    | 'nodeId'
    | 'visit'
    | 'wakeAt'
    | 'plannedOn'
    | 'waiting'
    | 'gate'
    | 'previousStepOn'
    | 'intendedOn'
    | 'lastLetterOn'
    | 'lastStage'
    | 'deviation'
    | 'shiftDays'
    | 'resumed'
    | 'attempts'
    | 'mustSkip'
    | 'mustAct'
    | 'endedAt'
    | 'endedAs'
  >
>;

/** The decision for one instance: nothing of it has been done yet. */
export type Move = {
  readonly instance: Instance;
  readonly change: InstanceChange;
  readonly stepDays: Readonly<Record<string, CalendarDate>>;
  readonly steps: readonly StepDraft[];
  readonly effects: readonly Effect[];
  readonly today: CalendarDate;
  /** The claim as it was decided on; null when it could not be read. */
  readonly claim: Claim | null;
};
