import { type Cents, message } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope } from '../../../store/index.ts';
import { todayOf } from '../../administrations/index.ts';
import { findPage, idText, type PageRequest } from '../../routing/index.ts';
import { findTrustAccount } from '../accounts/find-trust-account.ts';
import type { TrustAccount } from '../accounts/trust-account.model.ts';
import { createBookAllocation } from '../booking/book-allocation.ts';
import { createPostTransaction } from '../booking/post-transaction.ts';
import type { TrustDeps } from '../trust.deps.ts';
import {
  TrustLineExceededError,
  TrustLineNotFoundError,
  TrustLineSettledError,
} from '../trust.errors.ts';
import { findPaidInvoices } from './find-paid-invoices.ts';
import { openCentsOf } from './open-cents.ts';
import { createReleaseLine } from './release-line.ts';
import { createTakeBack } from './take-back.ts';
import { type TrustLine, trustLines } from './trust-line.model.ts';

export type Explanation = {
  /** Back to who paid it, to the agency itself, or the bank took back what came in. */
  readonly as: 'refund' | 'agency' | 'taken-back';
  /** The receipt it is about; not for the agency. */
  readonly trustLineId: Id | null;
  readonly by: string;
};
export type TrustLineService = ReturnType<typeof createTrustLineService>;
type At = { readonly scope: Scope; readonly session: ClientSession };

/** Lines of the bank on a trust account, and what a person decides about them. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createTrustLineService(deps: TrustDeps) {
  const { store } = deps;
  const table = (scope: Scope) => store.table(trustLines).in(scope);
  const bookAllocation = createBookAllocation(deps);
  const releaseLine = createReleaseLine(deps);
  const takeBack = createTakeBack(deps);
  const post = createPostTransaction(deps);

  async function find({ scope, session }: At, id: Id) {
    const line = await table(scope).byId(id, { session });
    if (!line) throw new TrustLineNotFoundError(id.toHexString());
    const account = await findTrustAccount(store, scope, { id: line.trustAccountId, session });
    return { line, account };
  }

  async function after({ scope, session }: At, id: Id): Promise<TrustLine> {
    const line = await table(scope).byId(id, { session });
    if (!line) throw new TrustLineNotFoundError(id.toHexString());
    return line;
  }

  async function refund(at: At, line: TrustLine, of: TrustLine): Promise<void> {
    const asked = -line.amountCents;
    const open = openCentsOf(of);
    if (asked > open) throw new TrustLineExceededError(open, asked);
    const $set = { state: asked === open ? 'settled' : of.state };
    const update = { $inc: { refundedCents: asked }, $set };
    await table(at.scope).updateOne({ _id: of._id }, update as never, at);
  }

  /** The receipt that the money is about, of the same account; none for the agency. */
  async function receiptOf(at: At, { trustLineId, as }: Explanation, account: TrustAccount) {
    if (!trustLineId && as === 'agency') return null;
    const id = trustLineId ?? account._id;
    const { line } = await find(at, id);
    if (!line.trustAccountId.equals(account._id)) throw new TrustLineNotFoundError(idText(id));
    return line;
  }

  async function explain(at: At, id: Id, given: Explanation): Promise<TrustLine> {
    const { line, account } = await find(at, id);
    const receipt = await receiptOf(at, given, account);
    if (line.amountCents > 0 || line.state !== 'waiting') {
      throw new TrustLineSettledError(idText(id), line.state);
    }
    if (given.as === 'taken-back' && receipt) {
      await takeBack(at.scope, at.session, { account, line, original: assertSame(line, receipt) });
      return after(at, id);
    }
    if (given.as === 'refund' && receipt) await refund(at, line, receipt);
    await bookExplained(at, { line, account, given });
    return after(at, id);
  }

  async function bookExplained(
    at: At,
    { line, account, given }: { line: TrustLine; account: TrustAccount; given: Explanation },
  ): Promise<void> {
    const kind = given.as === 'refund' ? 'refunded' : 'agency-paid';
    const because = message(`trust.${kind}`, { by: given.by });
    const ledger = given.as === 'refund' ? 'unallocated' : 'agency';
    await post(at.scope, at.session, {
      account,
      key: `explained:${idText(line._id)}`,
      kind,
      bookedOn: line.bookedOn,
      by: given.by,
      because,
      trustLineId: line._id,
      own: { [ledger]: line.amountCents, unexplained: line.amountCents },
      shares: [],
    });
    const $set = { state: 'settled', because } as const;
    await table(at.scope).updateOne({ _id: line._id }, { $set }, at);
  }

  return {
    async list(
      scope: Scope,
      query: { trustAccountId: Id; state?: TrustLine['state'] | undefined; page?: PageRequest },
    ) {
      const { trustAccountId, state, page = {} } = query;
      await findTrustAccount(store, scope, { id: trustAccountId });
      const filter = { trustAccountId, ...(state ? { state } : {}) };
      return findPage(table(scope), filter, { order: { bookedOn: -1 }, page });
    },

    /** Books a received line, or what is left of it, on invoices of any creditor. */
    allocate: (
      scope: Scope,
      id: Id,
      asked: {
        readonly allocations: readonly { readonly invoiceId: Id; readonly amountCents: Cents }[];
        readonly by: string;
      },
    ): Promise<TrustLine> =>
      store.transaction(async (session) => {
        const { line, account } = await find({ scope, session }, id);
        await findPaidInvoices(store, { scope, session }, { ...asked, line });
        const isOpen = openCentsOf(line) > 0 && line.state !== 'new';
        if (!isOpen) throw new TrustLineSettledError(id.toHexString(), line.state);
        const because = message('trust.by-person', { by: asked.by });
        return bookAllocation(scope, session, { ...asked, account, line, because });
      }),

    /** Takes a line off all its invoices, so that it can be booked rightly. */
    release: (scope: Scope, id: Id, why: { readonly by: string; readonly reason: string }) =>
      store.transaction(async (session) => {
        const at = { scope, session };
        const { line, account } = await find(at, id);
        if (line.allocatedCents === 0)
          throw new TrustLineSettledError(id.toHexString(), line.state);
        const because = message('trust.released-by-person', why);
        const on = await todayOf(deps, account.homeAdministrationId);
        await releaseLine(scope, session, { line, because, by: why.by, on });
        return after(at, id);
      }),

    /** Says what money was that left the account. Throws `TrustLineExceededError`. */
    explain: (scope: Scope, id: Id, given: Explanation): Promise<TrustLine> =>
      store.transaction((session) => explain({ scope, session }, id, given)),
  };
}

/** The bank takes back a whole receipt, and one that was not given back before. */
function assertSame(line: TrustLine, original: TrustLine): TrustLine {
  const isSame = original.amountCents === -line.amountCents && original.refundedCents === 0;
  if (isSame && original.state !== 'returned') return original;
  throw new TrustLineExceededError(openCentsOf(original), -line.amountCents);
}
