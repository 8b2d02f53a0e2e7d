import { type CalendarDate, type Cents, cents } from '@inning/sdk';
import { type Id, type Scope, type Store } from '../../store/index.ts';
import { invoices } from '../invoices/index.ts';

/** One claim that can be paid today, with its parts. */
export type PayableItem = {
  readonly invoiceId: Id;
  readonly number: string;
  readonly invoicedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly principalCents: Cents;
  readonly costsCents: Cents;
  readonly interestCents: Cents;
  readonly openCents: Cents;
};

/** A link of years ago still asks what is open now; more than this no page shows. */
const MOST = 500;

/** What a debtor can pay on a day: everything open that is not contested, the longest due first. */
export async function findItems(store: Store, scope: Scope, debtorId: Id): Promise<PayableItem[]> {
  const open = await store
    .table(invoices)
    .in(scope)
    .find(
      { debtorId, openCents: { $gt: 0 }, disputedAt: null },
      { sort: { dueOn: 1, number: 1 }, limit: MOST, fields: FIELDS },
    );
  return open.map((invoice) => ({
    invoiceId: invoice._id,
    number: invoice.number,
    invoicedOn: invoice.invoicedOn,
    dueOn: invoice.dueOn,
    principalCents: cents(invoice.principalOpenCents),
    costsCents: cents(invoice.costsOpenCents),
    interestCents: cents(invoice.interestOpenCents),
    openCents: cents(invoice.openCents),
  }));
}

const FIELDS = [
  'number',
  'invoicedOn',
  'dueOn',
  'openCents',
  'principalOpenCents',
  'costsOpenCents',
  'interestOpenCents',
] as const;
