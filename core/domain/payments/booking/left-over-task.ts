import { message, sayMessage, subtractCents, sumCents } from '@inning/sdk';
import type { AutomaticTask } from '../../tasks/index.ts';
import { paymentTexts } from '../texts.ts';
import type { Booking } from './booking.ts';

/** A person decides about money that no invoice takes; none when everything found its place. */
export function leftOverTask(booking: Booking): AutomaticTask[] {
  const allocatedCents = sumCents(booking.allocations.map((part) => part.amountCents));
  const leftCents = subtractCents(booking.amountCents, allocatedCents);
  if (leftCents <= 0) return [];
  const because = message('payments.left-over', {
    leftCents,
    amountCents: booking.amountCents,
    receivedOn: booking.receivedOn,
  });
  return [
    {
      agencyId: booking.agencyId,
      creditorId: booking.creditorId,
      administrationId: booking.administrationId,
      key: `payment-left:${booking._id.toHexString()}`,
      kind: 'review',
      title: sayMessage(paymentTexts, because, 'nl'),
      because,
      dueOn: booking.receivedOn,
      debtorId: booking.debtorId,
    },
  ];
}
