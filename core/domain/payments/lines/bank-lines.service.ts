import { type Cents, cents, message, subtractCents, sumCents } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope, Store } from '../../../store/index.ts';
import { todayOf } from '../../administrations/index.ts';
import { InvoiceNotFoundError, invoices } from '../../invoices/index.ts';
import type { BankLineRow } from '../bank-line.model.ts';
import { bankLines } from '../bank-line.model.ts';
import { createBookPayments } from '../booking/book-payments.ts';
import { createLearnFacts } from '../learning/learn-facts.ts';
import { bookingsOfLine, type OwnedAllocation } from '../matching/bookings-of-line.ts';
import { payments } from '../payment.model.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import {
  AllocationExceedsPaymentError,
  BankLineNotFoundError,
  BankLineNotReceivedError,
  BankLineSettledError,
} from '../payments.errors.ts';
import { allocateOldestFirst } from './allocate-oldest-first.ts';
import { createExplainLine } from './explain-line.ts';
import { listBankLines } from './list-bank-lines.ts';
import { refundMessage, refundTask } from './propose-refund.ts';
import { settleLine } from './settle-line.ts';
import { createUndoLine } from './undo-line.ts';

export type BankLineService = ReturnType<typeof createBankLineService>;
type Allocations = readonly { readonly invoiceId: Id; readonly amountCents: Cents }[];

/** States in which a person may still decide. */
const WAITING: readonly BankLineRow['state'][] = ['new', 'plausible', 'unmatched', 'ignored'];

/** Lines of bank statements, and what a person does with those that matched nothing by themselves. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createBankLineService(deps: PaymentsDeps) {
  const { store } = deps;
  const table = (scope: Scope) => store.table(bankLines).in(scope);
  const bookPayments = createBookPayments(deps);
  const learnFacts = createLearnFacts(deps);

  async function get(scope: Scope, id: Id, session?: ClientSession): Promise<BankLineRow> {
    const row = await table(scope).byId(id, { session });
    if (!row) throw new BankLineNotFoundError(id.toHexString());
    return row;
  }

  async function waiting(scope: Scope, id: Id, session: ClientSession): Promise<BankLineRow> {
    const row = await get(scope, id, session);
    if (!WAITING.includes(row.state)) throw new BankLineSettledError(id.toHexString(), row.state);
    return row;
  }

  /** Books a waiting line in the caller's transaction; what is learned comes from the whole line. */
  async function bookIn(
    at: { readonly scope: Scope; readonly session: ClientSession },
    row: BankLineRow,
    how: { readonly allocations: readonly OwnedAllocation[]; readonly by: string; debtorId?: Id },
  ): Promise<BankLineRow> {
    const { scope, session } = at;
    const before = await store.table(payments).in(scope).find({ bankLineId: row._id }, { session });
    const standing = before.filter((payment) => !payment.reversedAt);
    const takenCents = sumCents(standing.map((payment) => cents(payment.amountCents)));
    const availableCents = subtractCents(cents(row.amountCents), takenCents);
    const allocatedCents = sumCents(how.allocations.map((part) => part.amountCents));
    if (allocatedCents > availableCents) {
      throw new AllocationExceedsPaymentError(availableCents, allocatedCents);
    }
    const because = message('payments.booked-by-person', { by: how.by });
    const booked = { ...how, because, round: before.length, availableCents };
    await bookPayments(scope, session, bookingsOfLine(row, booked));
    const owners = new Map(
      how.allocations.map((one) => [one.debtorId.toHexString(), one.debtorId]),
    );
    const [debtorId] = owners.size > 0 ? owners.values() : [how.debtorId];
    if (debtorId && owners.size <= 1) {
      await learnFacts(scope, session, [{ row, debtorId, by: how.by }]);
    }
    return settleLine(deps, at, { row, state: 'matched', because, by: how.by });
  }

  return {
    get,
    list: listBankLines(store),
    ...createUndoLine(deps),
    explain: createExplainLine(deps),

    /** Books a line on invoices; less than the line is allowed, the rest becomes a task. */
    async book(
      scope: Scope,
      id: Id,
      booked: { readonly allocations: Allocations; readonly by: string },
    ): Promise<BankLineRow> {
      return store.transaction(async (session) => {
        const row = await waiting(scope, id, session);
        if (row.amountCents <= 0) throw new BankLineNotReceivedError(id.toHexString());
        const allocations = await withOwners(store, { scope, session }, booked.allocations);
        return bookIn({ scope, session }, row, { allocations, by: booked.by });
      });
    },

    /** Books a line on whatever a debtor owes, longest due first; the rest is credit of his. */
    async assign(
      scope: Scope,
      id: Id,
      to: { readonly debtorId: Id; readonly by: string },
    ): Promise<BankLineRow> {
      return store.transaction(async (session) => {
        const row = await waiting(scope, id, session);
        if (row.amountCents <= 0) throw new BankLineNotReceivedError(id.toHexString());
        const allocations = await allocateOldestFirst(
          deps,
          { scope, session },
          { row, debtorId: to.debtorId },
        );
        return bookIn({ scope, session }, row, { allocations, ...to });
      });
    },

    /** Sets a received line aside to be paid back; a task says to whom and why. */
    refund: (scope: Scope, id: Id, { by, reason }: { by: string; reason: string }) =>
      store.transaction(async (session) => {
        const row = await waiting(scope, id, session);
        if (row.amountCents <= 0) throw new BankLineNotReceivedError(id.toHexString());
        const dueOn = await todayOf(deps, row.administrationId);
        await deps.tasks.ensure(scope, session, [refundTask(row, { reason, dueOn })]);
        const because = refundMessage(row, reason);
        return settleLine(deps, { scope, session }, { row, state: 'ignored', because, by });
      }),

    /** Sets a line aside: it has nothing to do with debtors. */
    ignore: (scope: Scope, id: Id, { by, reason }: { by: string; reason: string }) =>
      store.transaction(async (session) => {
        const row = await waiting(scope, id, session);
        const because = message('payments.ignored-by-person', { by, reason });
        return settleLine(deps, { scope, session }, { row, state: 'ignored', because, by });
      }),
  };
}

/** Throws `InvoiceNotFoundError`. */
async function withOwners(
  store: Store,
  { scope, session }: { readonly scope: Scope; readonly session: ClientSession },
  allocations: Allocations,
): Promise<OwnedAllocation[]> {
  const ids = allocations.map((part) => part.invoiceId);
  const found = await store
    .table(invoices)
    .in(scope)
    .find({ _id: { $in: ids } }, { session, fields: ['debtorId'] });
  const debtorOf = new Map(found.map((invoice) => [invoice._id.toHexString(), invoice.debtorId]));
  return allocations.map((part) => {
    const debtorId = debtorOf.get(part.invoiceId.toHexString());
    if (!debtorId) throw new InvoiceNotFoundError(part.invoiceId.toHexString());
    return { ...part, debtorId };
  });
}
