import { addDays, cents } from '@inning/sdk';
import { debtors, type Debtor } from '../../../core/domain/debtors/index.ts';
import { debtorRow } from '../../../core/domain/debtors/debtor-row.ts';
import { invoices } from '../../../core/domain/invoices/index.ts';
import { invoiceRow } from '../../../core/domain/invoices/receive/new-invoice.ts';
import {
  type AdministrationKey,
  newId,
  type Store,
  systemScope,
} from '../../../core/store/index.ts';

export type Seeded = {
  readonly count: number;
  readonly dueOn: string;
  readonly at: Date;
  /** Over how many due days they are spread. */
  readonly spreadDays?: number;
  /** Keeps the numbers of several rounds apart. */
  readonly prefix?: string;
};

const AT_ONCE = 2_000;

/** Debtors with one overdue invoice each, spread over ten due dates as in real life. */
export async function seedDebtors(
  store: Store,
  place: AdministrationKey,
  { count, dueOn, at, spreadDays = 10, prefix = '' }: Seeded,
): Promise<void> {
  const scope = systemScope('a benchmark fills its database');
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) =>
      debtor(`${prefix}D${from + index}`, place, at),
    );
    await store.table(debtors).in(scope).insertRaw(some);
    await store
      .table(invoices)
      .in(scope)
      .insertRaw(
        some.map((one, index) => invoice(one, from + index, { dueOn, at, spreadDays, prefix })),
      );
  }
}

function debtor(number: string, place: AdministrationKey, at: Date): Debtor {
  return debtorRow(
    place,
    {
      number,
      kind: number.endsWith('3') ? 'business' : 'consumer',
      name: `Debiteur ${number}`,
      email: `debiteur-${number}@example.nl`,
    },
    at,
  );
}

function invoice(
  owner: Debtor,
  number: number,
  { dueOn, at, spreadDays, prefix }: Omit<Required<Seeded>, 'count'>,
) {
  const due = addDays(dueOn, number % spreadDays);
  const totalCents = cents(2_500 + (number % 400) * 25);
  const caches = {
    openCents: totalCents,
    principalOpenCents: totalCents,
    costsOpenCents: cents(0),
    interestOpenCents: cents(0),
  };
  const news = {
    debtorId: owner._id,
    number: `${prefix}F${number}`,
    currency: 'EUR',
    totalCents,
    invoicedOn: addDays(due, -30),
    dueOn: due,
  };
  return invoiceRow({ ...owner, _id: newId() }, news, { by: 'bench', on: due, at, caches });
}
