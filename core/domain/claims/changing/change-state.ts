import {
  type CalendarDate,
  cents,
  type CostState,
  message,
  minCents,
  negateCents,
} from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type Id, newId, type Scope } from '../../../store/index.ts';
import {
  changeCostState,
  type Invoice,
  InvoiceNotFoundError,
  invoices,
} from '../../invoices/index.ts';
import type { NewEntry, Posting } from '../../ledger/index.ts';
import type { ClaimsDeps } from '../claims.deps.ts';
import { dueBeside } from '../law/due-costs.ts';
import { type ClaimOfDebtor, invoiceIn, type ReadClaim } from '../read-claim.ts';
import { costEntries } from './claim-entries.ts';
import { bookLetter } from './cost-bookings.ts';

export type StateChange = {
  readonly invoiceId: Id;
  readonly to: CostState;
  readonly reason: string;
  readonly by: string;
};
type Parts = ClaimsDeps & { readonly read: ReadClaim };

/** The state of collection costs, changed by hand; who and why stand in the history, the money in the ledger. */
export function createStateChanges(deps: Parts) {
  const { store, ledger, read } = deps;

  return {
    /**
     * Making costs claimable books them; taking that back takes them back too. Throws
     * `CostsNotAnnouncedError`, `CostStateUnchangedError` and `InvoiceNotFoundError`.
     */
    async setCostState(scope: Scope, change: StateChange): Promise<Invoice> {
      const found = await store.table(invoices).in(scope).byId(change.invoiceId);
      if (!found) throw new InvoiceNotFoundError(change.invoiceId.toHexString());
      return store.transaction(async (session) => {
        const claim = await read(scope, found.debtorId, session);
        await applyChange(deps, { scope, session, claim }, change);
        const after = await store.table(invoices).in(scope).byId(change.invoiceId, { session });
        return after ?? found;
      });
    },
  };

  async function applyChange(
    { clock }: Parts,
    { scope, session, claim }: { scope: Scope; session: ClientSession; claim: ClaimOfDebtor },
    change: StateChange,
  ): Promise<void> {
    const invoice = invoiceIn(claim, change.invoiceId);
    const before = isDue(claim, invoice)
      ? ({ ...invoice, costState: 'claimable' } as const)
      : invoice;
    // What is owed by law, though nobody claimed it yet, can be claimed as well as put back.
    const from = change.to === 'claimable' ? invoice : before;
    const { fields, status } = changeCostState(from, change.to, claim.today);
    const at = clock.now();
    const line = { at, status, by: change.by, reason: change.reason };
    await store
      .table(invoices)
      .in(scope)
      .updateOne(
        { _id: invoice._id },
        {
          $set: { ...fields, ...announcementAfter(invoice, change, claim.today), updatedAt: at },
          $push: { history: line },
        } as never,
        { session },
      );
    const postings =
      change.to === 'claimable'
        ? claimed(claim, invoice, change.by)
        : takeBack(claim, invoice, change);
    if (postings.length > 0) await ledger.post(scope, session, postings);
  }
}

/** Announced by hand: nobody knows of a letter yet. Taken back: nothing was announced, or nothing is asked. */
function announcementAfter(invoice: Invoice, { to, by, reason }: StateChange, on: CalendarDate) {
  if (to === 'none') return { announcement: null };
  if (to === 'claimable') return {};
  if (invoice.announcement) return { 'announcement.heldBackOn': on };
  return { announcement: { id: newId().toHexString(), on, by, reason, faults: [] } };
}

const askingOf = ({ lawOn, today, debtor }: ClaimOfDebtor) => ({
  law: lawOn(today),
  debtorKind: debtor.kind,
});

const isDue = (claim: ClaimOfDebtor, { _id }: Invoice): boolean =>
  dueBeside(
    { id: String(_id), invoices: claim.invoices.filter(isOpen) },
    askingOf(claim),
    claim.today,
  ).length > 0;

/** Its part of the costs of the whole letter, also when the others are claimed one after the other. */
function claimed(claim: ClaimOfDebtor, invoice: Invoice, by: string): Posting[] {
  const letterId = invoice.announcement?.id;
  const together = claim.invoices.filter(
    (one) =>
      one._id.equals(invoice._id) ||
      (one.announcement?.id === letterId && one.costState !== 'none' && isDemanded(one)),
  );
  const id = String(invoice._id);
  const own = bookLetter(together, askingOf(claim)).filter((one) => one.invoiceId === id);
  return costEntries(own, { on: claim.today, by });
}

const isOpen = ({ openCents }: Invoice) => openCents > 0;
const isDemanded = (one: Invoice) => isOpen(one) && !one.disputedAt;

/**
 * Costs that are not owed after all leave the ledger by entries of their own. What was paid on them is
 * moved to the principal, as far as that is open.
 */
export function takeBack(
  claim: ClaimOfDebtor,
  invoice: Invoice,
  { reason, by }: Pick<StateChange, 'reason' | 'by'>,
): Posting[] {
  const on = claim.today;
  const entries = claim.lawOn(on).entriesOf(invoice._id.toHexString());
  const ofCosts = entries.filter(({ part }) => part === 'costs');
  const openCents = ofCosts.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const paidCents = -ofCosts
    .filter(
      ({ kind, amountCents }) => kind === 'credited' || (kind === 'reversed' && amountCents > 0),
    )
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
  const movedCents = minCents(cents(Math.max(0, paidCents)), cents(invoice.principalOpenCents));
  const said = message('ledger.costs-taken-back', { reason });
  const key = `take-back:${newId().toHexString()}`;
  const entry = (
    name: string,
    entry: Pick<NewEntry, 'kind' | 'part' | 'amountCents'>,
  ): NewEntry[] =>
    entry.amountCents === 0
      ? []
      : [{ ...entry, key: `${key}:${name}`, bookedOn: on, reason: said, by }];
  const owedCents = cents(openCents + movedCents);
  const all = [
    ...entry('owed', { kind: 'reversed', part: 'costs', amountCents: negateCents(owedCents) }),
    ...entry('paid', { kind: 'reversed', part: 'costs', amountCents: movedCents }),
    ...entry('moved', {
      kind: 'credited',
      part: 'principal',
      amountCents: negateCents(movedCents),
    }),
  ];
  return all.length === 0 ? [] : [{ invoiceId: invoice._id, closesAs: 'paid', entries: all }];
}
