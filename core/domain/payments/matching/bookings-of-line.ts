import { type Cents, cents, type Message, subtractCents, sumCents } from '@inning/sdk';
import { type Id, newId } from '../../../store/index.ts';
import { placeOf } from '../../routing/index.ts';
import type { BankLineRow } from '../bank-line.model.ts';
import type { Booking } from '../booking/booking.ts';

export type OwnedAllocation = {
  readonly invoiceId: Id;
  readonly debtorId: Id;
  readonly amountCents: Cents;
};

/**
 * One payment per debtor that a line pays for. What is not allocated stays with the first of them.
 * `round` counts earlier bookings of the line that were reversed.
 */
export function bookingsOfLine(
  row: BankLineRow,
  booked: {
    readonly allocations: readonly OwnedAllocation[];
    readonly because: Message;
    readonly by: string;
    readonly round: number;
    /** What may be booked of the line; all of it unless another payment of it still stands. */
    readonly availableCents?: Cents;
  },
): Booking[] {
  const byDebtor = Map.groupBy(booked.allocations, (part) => part.debtorId.toHexString());
  const allocatedCents = sumCents(booked.allocations.map((part) => part.amountCents));
  const availableCents = booked.availableCents ?? cents(row.amountCents);
  const leftCents = subtractCents(availableCents, allocatedCents);
  return [...byDebtor].map(([debtor, parts], index) => {
    const ownCents = sumCents(parts.map((part) => part.amountCents));
    return {
      ...placeOf(row),
      _id: newId(),
      key: `bank-line:${row._id.toHexString()}:${debtor}:${booked.round}`,
      debtorId: (parts[0] as OwnedAllocation).debtorId,
      bankLineId: row._id,
      amountCents: index === 0 ? sumCents([ownCents, leftCents]) : ownCents,
      receivedOn: row.bookedOn,
      because: booked.because,
      by: booked.by,
      allocations: parts.map(({ invoiceId, amountCents }) => ({ invoiceId, amountCents })),
    };
  });
}
