import type { CalendarDate, Channel, Message, TaskKind } from '@inning/sdk';
import type { CostBooking, InterestBooking } from '../../../domain/claims/index.ts';

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
  | {
      /** A letter left that announces costs. */
      readonly kind: 'note-announcement';
      readonly invoiceIds: readonly string[];
      readonly announcement: {
        readonly id: string;
        readonly sentOn: CalendarDate;
        readonly channel: Channel;
        readonly dueOn: CalendarDate;
        readonly statedCents: number;
        readonly faults: string[];
      };
    }
  | {
      /** The letter that would have announced costs was refused for good; another may still carry them. */
      readonly kind: 'note-refusal';
      readonly invoiceIds: readonly string[];
      readonly key: string;
      readonly because: Message;
    }
  | { readonly kind: 'make-costs-claimable'; readonly bookings: readonly CostBooking[] }
  /** Interest that was demanded, by a letter or with the costs, is booked. */
  | { readonly kind: 'book-interest'; readonly bookings: readonly InterestBooking[] }
  | { readonly kind: 'pause-debtor'; readonly until: CalendarDate; readonly reason: string }
  | { readonly kind: 'switch-flow'; readonly flow: string; readonly mode: 'reset' | 'continue' };
