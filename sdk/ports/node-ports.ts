import type { CalendarDate } from '../calendar-date.ts';
import type { Locale } from '../localized.ts';
import type { Message } from '../message.ts';

/**
 * What an action may ask of the platform. Each call is keyed by the engine with the step, so that
 * running a step again never does a thing twice. `mail` leaves the building and is therefore
 * reserved, checked again and confirmed; the others are written together with the step.
 */
export type NodePorts = {
  readonly mail: MailingPort;
  readonly tasks: TasksPort;
  readonly costs: CostsPort;
  readonly debtor: DebtorPort;
  readonly flow: FlowPort;
  readonly scripts: ScriptsPort;
};
export type NodePortName = keyof NodePorts;

export type MailingPort = {
  /** Makes the letter from a template and sends it to the debtor. Resolves when it has left. */
  send(letter: {
    readonly template: string;
    readonly to: string;
    readonly language: Locale;
  }): Promise<{ readonly communicationId: string } | { readonly refused: Message }>;
};

export const TASK_KINDS = ['to-do', 'call', 'review', 'dispute', 'no-flow', 'ambiguous'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export type TasksPort = {
  create(task: {
    readonly kind: TaskKind;
    readonly title: string;
    readonly note?: string;
    readonly dueOn?: CalendarDate;
  }): Promise<{ readonly taskId: string }>;
};

export type CostsPort = {
  /** Marks the collection costs of the claim's overdue invoices as announced (aangezegd). */
  announce(): Promise<{ readonly invoiceCount: number }>;
  /**
   * Makes announced costs claimable (opeisbaar) once the term of their letter has run out, and books them.
   * `because` says why some may not be claimed; a person then has a task.
   */
  makeClaimable(): Promise<{ readonly invoiceCount: number; readonly because?: Message }>;
};

export type DebtorPort = {
  pause(until: CalendarDate, reason: string): Promise<void>;
};

export type FlowPort = {
  /** Ends this instance without a follow-up. */
  stop(reason: Message): Promise<void>;
  /** Ends this instance and starts another flow for the same subject. */
  switchTo(flow: string, mode: 'reset' | 'continue'): Promise<void>;
};

export type ScriptsPort = {
  /**
   * Runs the body of a JavaScript function of `claim` and `today` in the sandbox and answers what it
   * returns, as plain data. A script changes nothing. Its failure has `details.kind`: `threw` when it is
   * the script's own mistake, else `timeout`, `memory`, `flood` or `crash`.
   */
  run(source: string): Promise<unknown>;
};
