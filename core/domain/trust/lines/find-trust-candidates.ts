import {
  type BankLine,
  cents,
  type MatchBook,
  type MatchInvoice,
  type Message,
  type PaymentMatchPort,
} from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type Scope, toId } from '../../../store/index.ts';
import { administrationIdsIn } from '../../administrations/index.ts';
import { type Debtor, debtors } from '../../debtors/index.ts';
import { type Invoice, invoices, normaliseReference } from '../../invoices/index.ts';
import { besidePrincipal } from '../../payments/index.ts';
import type { NewAllocations } from '../booking/book-allocation.ts';
import type { TrustDeps } from '../trust.deps.ts';

const MOST_KEYWORDS = 200;
const MOST_INVOICES = 500;
const DEBTOR_FIELDS = ['name', 'number', 'kind', 'ibans'] as const;

export type Proposal = {
  readonly isCertain: boolean;
  readonly because: Message;
  readonly allocations: NewAllocations['allocations'];
};
type Deps = Pick<TrustDeps, 'store' | 'readSettlement'>;
type At = { readonly scope: Scope; readonly session: ClientSession };
type Asked = { readonly line: BankLine; readonly matcher: PaymentMatchPort };

/** What the matcher makes of a received line, among the open invoices of all creditors of the agency. */
export async function proposeForLine(
  deps: Deps,
  at: At,
  { line, matcher }: { readonly line: BankLine; readonly matcher: PaymentMatchPort | null },
): Promise<Proposal | null> {
  if (!matcher) return null;
  const book = await readBook(deps, at, { line, matcher });
  if (book.invoices.length === 0) return null;
  const [decided] = await matcher.match({ book, lines: [line] });
  const [first] = decided?.proposals ?? [];
  if (!decided || !first || decided.decision === 'leave') return null;
  const allocations = possible(line, first.allocations, book.invoices);
  if (!allocations) return null;
  // The same number at two creditors is a question for a person, whatever a matcher is sure of.
  const isCertain = decided.decision === 'book' && !isTwofold(allocations, book.invoices);
  return { isCertain, because: decided.because, allocations };
}

/** What the line names, by number or reference, and what those owe who paid from this account before. */
async function readBook(
  { store, readSettlement }: Deps,
  { scope, session }: At,
  asked: Asked,
): Promise<MatchBook> {
  const { line, matcher } = asked;
  const inBooks = { administrationId: { $in: await administrationIdsIn(store, scope) } };
  const texts = [...matcher.keywords(line), line.structuredReference ?? ''];
  const keys = [...new Set(texts.map(normaliseReference))].filter((key) => key !== '');
  const account = line.counterpartyAccount ? normaliseReference(line.counterpartyAccount) : null;
  const people = store.table(debtors).in(scope);
  const paying = account
    ? await people.find({ ...inBooks, ibans: account }, { session, fields: ['_id'] })
    : [];
  const found = await store
    .table(invoices)
    .in(scope)
    .find(
      {
        ...inBooks,
        openCents: { $gt: 0 },
        currency: line.currency,
        $or: [
          { matchKeys: { $in: keys.slice(0, MOST_KEYWORDS) } },
          { debtorId: { $in: paying.map((one) => one._id) } },
        ],
      },
      { session, limit: MOST_INVOICES },
    );
  const settlement = await readSettlement(scope, session, found);
  const ids = found.map((one) => one.debtorId);
  const owners = await people.find({ _id: { $in: ids } }, { session, fields: DEBTOR_FIELDS });
  return {
    ownNames: [],
    ownAccounts: [],
    debtors: owners.map(debtorOf),
    // What is owed on the day of the line, booked or not.
    invoices: found.map((one) => ({
      ...invoiceOf(one),
      ...besidePrincipal(settlement, one, line.bookedOn),
    })),
    plans: [],
    facts: [],
    earlier: [],
  };
}

const invoiceOf = (invoice: Invoice): Omit<MatchInvoice, 'costsCents' | 'interestCents'> => ({
  invoiceId: invoice._id.toHexString(),
  debtorId: invoice.debtorId.toHexString(),
  number: invoice.number,
  paymentReference: invoice.paymentReference ?? null,
  description: invoice.description ?? null,
  dueOn: invoice.dueOn,
  totalCents: cents(invoice.totalCents),
  principalCents: cents(invoice.principalOpenCents),
});

const debtorOf = (debtor: Debtor): MatchBook['debtors'][number] => ({
  debtorId: debtor._id.toHexString(),
  number: debtor.number,
  kind: debtor.kind === 'consumer' ? 'consumer' : 'business',
  name: debtor.name,
  accounts: [...debtor.ibans],
});

type Proposed = readonly { readonly invoiceId: string; readonly amountCents: number }[];

/** A matcher is somebody else's code: a proposal that is not possible counts as none. */
function possible(
  line: BankLine,
  proposed: Proposed,
  known: readonly MatchInvoice[],
): NewAllocations['allocations'] | null {
  const open = new Map(
    known.map((one) => [one.invoiceId, one.principalCents + one.costsCents + one.interestCents]),
  );
  let total = 0;
  for (const { invoiceId, amountCents } of proposed) {
    if (amountCents <= 0 || amountCents > (open.get(invoiceId) ?? 0)) return null;
    open.delete(invoiceId);
    total += amountCents;
  }
  if (total === 0 || total > line.amountCents) return null;
  return proposed.map((part) => ({
    invoiceId: toId(part.invoiceId),
    amountCents: cents(part.amountCents),
  }));
}

function isTwofold(
  allocations: NewAllocations['allocations'],
  known: readonly MatchInvoice[],
): boolean {
  const numbers = new Map(known.map((one) => [one.invoiceId, one.number]));
  return allocations.some(({ invoiceId }) => {
    const number = numbers.get(invoiceId.toHexString());
    return known.filter((one) => one.number === number).length > 1;
  });
}
