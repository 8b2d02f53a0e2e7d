import { type Cents, cents, message, negateCents } from '@inning/sdk';
import type { Id, Scope } from '../../../store/index.ts';
import { newId } from '../../../store/index.ts';
import { type Invoice, InvoiceNotFoundError, invoices } from '../../invoices/index.ts';
import type { Posting } from '../../ledger/index.ts';
import type { ClaimsDeps } from '../claims.deps.ts';
import { type ClaimOfDebtor, invoiceIn, type ReadClaim } from '../read-claim.ts';
import type { ClaimSpecification } from '../specify/specify-claim.ts';
import { specifyClaim } from '../specify/specify-claim.ts';
import { WaivesTooMuchError } from '../claims.errors.ts';
import { dueBeside } from '../law/due-costs.ts';
import { costEntries, interestEntries } from './claim-entries.ts';
import { claimedByLaw } from './claim-due.ts';

export type Waiver = {
  readonly invoiceId: Id;
  readonly part: 'costs' | 'interest';
  /** Left out, all that is open of it. */
  readonly amountCents?: Cents;
  readonly reason: string;
  readonly by: string;
};

/** Letting go of costs or interest: an entry with its reason, never a change of what was owed. */
export function createWaiving({
  store,
  clock,
  ledger,
  read,
}: ClaimsDeps & { readonly read: ReadClaim }) {
  return {
    /** Throws `WaivesTooMuchError` and `InvoiceNotFoundError`. */
    async waive(scope: Scope, waiver: Waiver): Promise<ClaimSpecification> {
      const { invoiceId, part } = waiver;
      const found = await store.table(invoices).in(scope).byId(invoiceId);
      if (!found) throw new InvoiceNotFoundError(invoiceId.toHexString());
      return store.transaction(async (session) => {
        const claim = await read(scope, found.debtorId, session);
        const before = specify(claim);
        const openCents = before.lines
          .filter((line) => line.invoiceId === invoiceId.toHexString() && line.part === part)
          .reduce((sum, line) => sum + line.amountCents, 0);
        const amountCents = waiver.amountCents ?? cents(openCents);
        if (amountCents <= 0 || amountCents > openCents) {
          throw new WaivesTooMuchError(part, openCents);
        }
        const row = invoiceIn(claim, invoiceId);
        // Costs that are owed but not claimed, and interest that is not booked yet, are booked first, so that the ledger tells what was let go.
        const grown =
          part === 'interest'
            ? interestEntries([{ invoiceId: String(row._id), interestCents: openCents }], [row], {
                on: claim.today,
                by: waiver.by,
              })
            : [];
        const due = part === 'costs' ? dueWith(claim, row) : [];
        const on = { on: claim.today, by: waiver.by };
        const ids = due.map((one) => one.invoiceId);
        await store
          .table(invoices)
          .in(scope)
          .bulk(claimedByLaw(ids, { ...on, at: clock.now() }), { session });
        const posting = postingOf(waiver, amountCents, claim.today);
        await ledger.post(scope, session, [...costEntries(due, on), ...grown, posting]);
        return specify(await read(scope, found.debtorId, session));
      });
    },
  };
}

// oxlint-disable-next-line max-params -- what, how much, when
function postingOf(waiver: Waiver, amountCents: Cents, bookedOn: string): Posting {
  const { invoiceId, part, reason, by } = waiver;
  const key = `waive:${newId().toHexString()}`;
  const said = message(`ledger.waived-${part}`, { reason });
  const entry = { key, kind: 'written-off', part, bookedOn, reason: said, by } as const;
  return {
    invoiceId,
    closesAs: 'paid',
    entries: [{ ...entry, amountCents: negateCents(amountCents) }],
  };
}

/** Announced costs of the same letter that are owed by law and stand in no ledger yet. */
function dueWith({ invoices: its, lawOn, debtor, today }: ClaimOfDebtor, { _id }: Invoice) {
  const open = its.filter(({ openCents }) => openCents > 0);
  const asking = { law: lawOn(today), debtorKind: debtor.kind };
  return dueBeside({ id: String(_id), invoices: open }, asking, today);
}

function specify(claim: Awaited<ReturnType<ReadClaim>>): ClaimSpecification {
  const { today, currency, lawOn } = claim;
  return specifyClaim({ ...claim, administration: { currency }, law: lawOn(today) }, today);
}
