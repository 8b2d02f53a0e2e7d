import type { CalendarDate, Cents, Message } from '@inning/sdk';
import type { AdministrationKey, Id } from '../../../store/index.ts';

export type Allocation = { readonly invoiceId: Id; readonly amountCents: Cents };

export type Booking = AdministrationKey & {
  readonly _id: Id;
  /** Unique in the administration: booking it again changes nothing. */
  readonly key: string;
  readonly debtorId: Id;
  readonly bankLineId: Id | null;
  readonly amountCents: Cents;
  readonly receivedOn: CalendarDate;
  readonly because: Message;
  readonly by: string;
  readonly allocations: readonly Allocation[];
  /** Allocations of the same payment that were booked before, so that these are others. */
  readonly round?: number;
};
