import type { CalendarDate } from './calendar-date.ts';
import type { PluginTools } from './plugin-tools.ts';

/** Where something happened; every event carries it. Ids are hexadecimal strings. */
export type EventPlace = {
  readonly agencyId: string;
  readonly creditorId: string;
  readonly administrationId: string;
};

/** What others may listen to: facts, in the past tense, small enough to store. */
export type Events = {
  'invoice.received': { readonly invoiceId: string; readonly debtorId: string };
  'invoice.paid': {
    readonly invoiceId: string;
    readonly debtorId: string;
    readonly paidOn: CalendarDate;
  };
  'invoice.credited': { readonly invoiceId: string; readonly debtorId: string };
  'payment.matched': {
    readonly paymentId: string;
    readonly debtorId: string;
    readonly amountCents: number;
  };
  'payment.reversed': {
    readonly paymentId: string;
    readonly debtorId: string;
    readonly amountCents: number;
  };
  /** A person booked a bank line, set it aside or undid that; whose reminders it held may go on. */
  'bank-line.decided': { readonly bankLineId: string; readonly debtorIds: readonly string[] };
  'bank-statement.received': { readonly account: string; readonly lineCount: number };
  /** Something was booked on a trust account of the agency, for this administration or at home. */
  'trust.changed': { readonly trustAccountId: string };
  'debtor.changed': { readonly debtorId: string };
  'debtor.paused': { readonly debtorId: string };
  'debtor.resumed': { readonly debtorId: string } & Resumed;
  'dispute.opened': { readonly disputeId: string; readonly debtorId: string };
  'dispute.settled': { readonly disputeId: string; readonly debtorId: string };
  'administration.paused': { readonly reason: string };
  'administration.resumed': Resumed;
  /** Tasks that were made together. */
  'task.created': {
    readonly tasks: readonly { readonly taskId: string; readonly debtorId: string | null }[];
  };
  'task.done': { readonly taskId: string; readonly debtorId: string | null };
  /** Letters that left, as many as were sent together. */
  'communication.sent': {
    readonly letters: readonly { readonly communicationId: string; readonly debtorId: string }[];
  };
  /** It came back, bounced, or was refused for good; what it announced counts no more. */
  'communication.returned': {
    readonly communicationId: string;
    readonly debtorId: string;
    readonly on: CalendarDate;
    readonly reason: string;
    readonly by: string;
  };
  /** It did not come back after all. */
  'communication.return-undone': {
    readonly communicationId: string;
    readonly debtorId: string;
    readonly reason: string;
    readonly by: string;
  };
  'communication.ambiguous': { readonly communicationId: string; readonly debtorId: string };
  /** Instances that were moved together: started, went on to a node, got stuck or ended. */
  'flow.moved': { readonly moves: readonly FlowMove[] };
  /** Somebody began or stopped drawing a flow, or changed its draft; in the first administration. */
  'flow.drafted': { readonly flowId: string };
  /** Something was said of a flow, or settled; in each administration whose people may read it. */
  'flow.commented': { readonly flowId: string };
  /** A plugin of others was taken out of work at this agency; it stands in one of its administrations. */
  'plugin.suspended': {
    readonly pluginId: string;
    readonly version: string;
    readonly reason: string;
  };
};
/** How a pause ended: going on where it stood, or with every planned day moved by its length. */
export type Resumed = { readonly choice: 'now' | 'shift'; readonly pausedDays: number };
export type FlowMove = {
  readonly instanceId: string;
  readonly debtorId: string;
  readonly flowId: string;
  readonly version: number;
  /** Where it stands now. */
  readonly nodeId: string;
  readonly state: 'running' | 'held' | 'stuck' | 'ended';
  /** `paid`, `stopped`, `finished`, `flow-switched`; null while it lives. */
  readonly endedAs: string | null;
};
export type EventName = keyof Events;

export type PublishedEvent<Name extends EventName = EventName> = {
  readonly id: string;
  readonly name: Name;
  readonly at: Date;
  readonly place: EventPlace;
  readonly data: Events[Name];
};

/** Called at least once per event, in order within an administration; repeat-safe by `event.id`. */
export type EventListener<Name extends EventName> = (
  event: PublishedEvent<Name>,
  tools: PluginTools,
) => Promise<void>;
