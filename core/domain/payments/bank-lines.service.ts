import { type Cents, cents, message, sumCents } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope, Store } from '../../store/index.ts';
import { administrationIdsIn } from '../administrations/index.ts';
import { InvoiceNotFoundError, invoices } from '../invoices/index.ts';
import { findPage, type PageRequest } from '../routing/index.ts';
import { type BankLineRow, bankLines } from './bank-line.model.ts';
import { createBookPayments } from './booking/book-payments.ts';
import { bookingsOfLine, type OwnedAllocation } from './matching/bookings-of-line.ts';
import { payments } from './payment.model.ts';
import type { PaymentsDeps } from './payments.deps.ts';
import {
  AllocationExceedsPaymentError,
  BankLineNotFoundError,
  BankLineNotReceivedError,
  BankLineSettledError,
} from './payments.errors.ts';

export type BankLineQuery = {
  readonly administrationId?: Id;
  readonly state?: BankLineRow['state'];
  readonly page?: PageRequest;
};
export type BankLineService = ReturnType<typeof createBankLineService>;

/** States in which a person may still decide. */
const WAITING: readonly BankLineRow['state'][] = ['new', 'plausible', 'unmatched', 'ignored'];

/** Lines of bank statements, and what a person does with those that matched nothing by themselves. */
export function createBankLineService(deps: PaymentsDeps) {
  const { store } = deps;
  const table = (scope: Scope) => store.table(bankLines).in(scope);
  const bookPayments = createBookPayments(deps);

  async function waiting(scope: Scope, id: Id, session: ClientSession): Promise<BankLineRow> {
    const row = await table(scope).byId(id, { session });
    if (!row) throw new BankLineNotFoundError(id.toHexString());
    if (!WAITING.includes(row.state)) throw new BankLineSettledError(id.toHexString(), row.state);
    return row;
  }

  return {
    async list(scope: Scope, query: BankLineQuery = {}) {
      const ids = await administrationIdsIn(store, scope, query.administrationId);
      const state = query.state ? { state: query.state } : {};
      const filter = { administrationId: { $in: ids }, ...state };
      return findPage(table(scope), filter, { order: { bookedOn: -1 }, page: query.page ?? {} });
    },

    /** Books a line on invoices; less than the line is allowed, the rest becomes a task. */
    async book(
      scope: Scope,
      id: Id,
      booked: {
        readonly allocations: readonly { readonly invoiceId: Id; readonly amountCents: Cents }[];
        readonly by: string;
      },
    ): Promise<BankLineRow> {
      return store.transaction(async (session) => {
        const row = await waiting(scope, id, session);
        if (row.amountCents <= 0) throw new BankLineNotReceivedError(id.toHexString());
        const allocations = await withOwners(store, { scope, session }, booked.allocations);
        const allocatedCents = sumCents(allocations.map((part) => part.amountCents));
        if (allocatedCents > row.amountCents) {
          throw new AllocationExceedsPaymentError(cents(row.amountCents), allocatedCents);
        }
        const round = await store
          .table(payments)
          .in(scope)
          .count({ bankLineId: row._id }, { session });
        const because = message('payments.booked-by-person', { by: booked.by });
        const how = { allocations, because, by: booked.by, round };
        await bookPayments(scope, session, bookingsOfLine(row, how));
        return settle(store, { scope, session }, { id, state: 'matched', because });
      });
    },

    /** Sets a line aside: it has nothing to do with debtors. */
    ignore: (scope: Scope, id: Id, by: { readonly by: string; readonly reason: string }) =>
      store.transaction(async (session) => {
        await waiting(scope, id, session);
        const because = message('payments.ignored-by-person', by);
        return settle(store, { scope, session }, { id, state: 'ignored', because });
      }),
  };
}

/** Throws `InvoiceNotFoundError`. */
async function withOwners(
  store: Store,
  { scope, session }: { readonly scope: Scope; readonly session: ClientSession },
  allocations: readonly { readonly invoiceId: Id; readonly amountCents: Cents }[],
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

async function settle(
  store: Store,
  { scope, session }: { readonly scope: Scope; readonly session: ClientSession },
  line: { id: Id; state: 'matched' | 'ignored'; because: object },
): Promise<BankLineRow> {
  const $set = { state: line.state, because: line.because, debtorIds: [], proposal: null };
  const row = await store
    .table(bankLines)
    .in(scope)
    .change({ _id: line.id }, { $set }, { session });
  if (!row) throw new BankLineNotFoundError(line.id.toHexString());
  return row;
}
