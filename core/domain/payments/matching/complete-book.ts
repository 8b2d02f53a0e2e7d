import { addDays, type BankLine, type CalendarDate, type MatchBook } from '@inning/sdk';
import type { Store } from '../../../store/index.ts';
import { normaliseReference } from '../../invoices/index.ts';
import { type BankLineRow, bankLines } from '../bank-line.model.ts';
import { factsOf } from '../learning/facts-of.ts';
import { bankLineOf } from '../statements/said-by-bank.ts';
import type { BookOfAdministration, BookPlace } from './book-of-administration.ts';
import { addDebtors, addInvoices, addOwners, matchBookOf } from './read-book.ts';

export type AskedLine = { readonly line: BankLine; readonly keywords: readonly string[] };

/** How long the same payment again is taken for a payment that came twice. */
const EARLIER_DAYS = 100;
const MOST_EARLIER = 20_000;
const KEYWORDS_AT_ONCE = 20_000;

/**
 * The book for some lines: what is open, with the paid invoices that the lines name, the debtors whose
 * account they come from, what was learned, and what the same payers paid before.
 */
export async function completeBook(
  store: Store,
  book: BookOfAdministration,
  asked: BookPlace & { readonly lines: readonly AskedLine[] },
): Promise<MatchBook> {
  const accounts = distinctAccounts(asked.lines);
  const keys = new Set(asked.lines.flatMap((one) => one.keywords.map(normaliseReference)));
  keys.delete('');
  const all = [...keys];
  for (let from = 0; from < all.length; from += KEYWORDS_AT_ONCE) {
    const matchKeys = { $in: all.slice(from, from + KEYWORDS_AT_ONCE) };
    await addInvoices(store, book, { ...asked, filter: { matchKeys, openCents: 0 } });
  }
  if (accounts.length > 0) {
    await addDebtors(store, book, { ...asked, filter: { ibans: { $in: accounts } } });
  }
  await addOwners(store, book, asked);
  const facts = await factsOf(store, asked, accounts);
  const earlier = await earlierLines(store, { ...asked, accounts });
  return matchBookOf(book, { facts, earlier: earlier.map(bankLineOf) });
}

const distinctAccounts = (lines: readonly AskedLine[]): string[] => [
  ...new Set(lines.flatMap(({ line }) => line.counterpartyAccount ?? [])),
];

type Payers = BookPlace & {
  readonly lines: readonly AskedLine[];
  readonly accounts: readonly string[];
};

async function earlierLines(store: Store, asked: Payers): Promise<BankLineRow[]> {
  const [first] = asked.lines.map(({ line }) => line.bookedOn).toSorted();
  if (first === undefined || asked.accounts.length === 0) return [];
  const since: CalendarDate = addDays(first, -EARLIER_DAYS);
  return store
    .table(bankLines)
    .in(asked.scope)
    .find(
      {
        administrationId: asked.administration._id,
        counterpartyAccount: { $in: [...asked.accounts] },
        bookedOn: { $gte: since },
        state: 'matched',
        amountCents: { $gt: 0 },
      },
      { sort: { bookedOn: 1 }, limit: MOST_EARLIER },
    );
}
