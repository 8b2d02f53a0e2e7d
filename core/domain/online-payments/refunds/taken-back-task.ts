import { type CalendarDate, type Cents, message, sayMessage } from '@inning/sdk';
import { placeOf } from '../../routing/index.ts';
import type { AutomaticTask } from '../../tasks/index.ts';
import type { OnlinePayment } from '../online-payment.model.ts';
import { onlinePaymentTexts } from '../texts.ts';

/** A part of a payment went back and no rule says of which invoice: a person does. */
export function takenBackTask(
  row: OnlinePayment,
  { gone, today }: { readonly gone: Cents; readonly today: CalendarDate },
): AutomaticTask {
  const because = message('online-payments.part-gone', {
    goneCents: gone,
    amountCents: row.amountCents,
  });
  return {
    ...placeOf(row),
    key: `online-part-gone:${row._id.toHexString()}:${gone}`,
    kind: 'review',
    title: sayMessage(onlinePaymentTexts, because, 'nl'),
    because,
    dueOn: today,
    debtorId: row.debtorId,
  };
}
