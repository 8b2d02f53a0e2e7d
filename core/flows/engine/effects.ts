import type { CalendarDate, Message, TaskKind } from '@inning/sdk';

/**
 * What a move wants done inside the platform. Effects are plain data, written in the transaction of
 * the move itself; a simulation shows them and does nothing.
 */
export type Effect =
  | {
      readonly kind: 'create-task';
      readonly key: string;
      readonly task: {
        readonly kind: TaskKind;
        readonly title: string;
        readonly note: string | null;
        readonly dueOn: CalendarDate;
        readonly because: Message | null;
      };
    }
  | { readonly kind: 'announce-costs'; readonly invoiceIds: readonly string[] }
  | { readonly kind: 'make-costs-claimable'; readonly invoiceIds: readonly string[] }
  | { readonly kind: 'pause-debtor'; readonly until: CalendarDate; readonly reason: string }
  | { readonly kind: 'switch-flow'; readonly flow: string; readonly mode: 'reset' | 'continue' };
