import { inventPaymentReference } from '../iban.ts';
import { inventDebtor, type InventedDebtor } from '../people/invent-debtor.ts';
import type { Random } from '../random.ts';
import { planDebtor } from './plan-debtor.ts';
import type { Days, PlannedInvoice, Shop } from './planned.ts';

/** One set of books: who is in it, and every invoice with its payments, oldest first. */
export type PlannedBooks = {
  readonly debtors: readonly InventedDebtor[];
  readonly invoices: readonly PlannedInvoice[];
};

/** Invents the debtors of one administration and what happens to them. Pure but for the generator. */
export function planBooks(random: Random, shop: Shop, days: Days): PlannedBooks {
  const debtors = Array.from({ length: shop.debtorCount }, (_, index) =>
    inventDebtor(random, {
      sequence: shop.firstDebtorNumber + index,
      number: String(shop.firstDebtorNumber + index),
      businessShare: shop.businessShare,
    }),
  );
  const drafts = debtors.flatMap((debtor) =>
    planDebtor(random, debtor, { shop, days }).map((draft) => ({ ...draft, debtor })),
  );
  return { debtors, invoices: numbered(shop, drafts) };
}

type Draft = Omit<PlannedInvoice, 'number' | 'paymentReference'>;

/** Numbers follow the days, and begin again every year. */
function numbered(shop: Shop, drafts: readonly Draft[]): PlannedInvoice[] {
  const counted = new Map<string, number>();
  return drafts.toSorted(byDay).map((draft) => {
    const year = draft.invoicedOn.slice(0, 4);
    const sequence = (counted.get(year) ?? 0) + 1;
    counted.set(year, sequence);
    const number = shop.numberOf(year, sequence);
    const digits = Number(number.replace(/\D/g, ''));
    const paymentReference = shop.hasReferences ? inventPaymentReference(digits) : null;
    return { ...draft, number, paymentReference };
  });
}

const byDay = (a: Draft, b: Draft) =>
  a.invoicedOn < b.invoicedOn ? -1 : a.invoicedOn > b.invoicedOn ? 1 : 0;
