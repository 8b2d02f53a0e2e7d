import { type Cents, cents, message, negateCents } from '@inning/sdk';
import type { Id, Scope } from '../../../store/index.ts';
import { newId } from '../../../store/index.ts';
import { InvoiceNotFoundError, invoices } from '../../invoices/index.ts';
import type { Posting } from '../../ledger/index.ts';
import type { ClaimSpecification } from '../specify/specify-claim.ts';
import { specifyClaim } from '../specify/specify-claim.ts';
import { WaivesTooMuchError } from '../claims.errors.ts';
import { type ClaimsDeps, invoiceIn, type ReadClaim } from '../claims.service.ts';
import { interestEntries } from './claim-entries.ts';

export type Waiver = {
  readonly invoiceId: Id;
  readonly part: 'costs' | 'interest';
  /** Left out, all that is open of it. */
  readonly amountCents?: Cents;
  readonly reason: string;
  readonly by: string;
};

/** Letting go of costs or interest: an entry with its reason, never a change of what was owed. */
export function createWaiving({ store, ledger, read }: ClaimsDeps & { readonly read: ReadClaim }) {
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
        // Interest that is not booked yet is booked first, so that the ledger tells what was let go.
        const grown =
          part === 'interest'
            ? interestEntries([{ invoiceId: String(row._id), interestCents: openCents }], [row], {
                on: claim.today,
                by: waiver.by,
              })
            : [];
        const posting = postingOf(waiver, amountCents, claim.today);
        await ledger.post(scope, session, [...grown, posting]);
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

function specify(claim: Awaited<ReturnType<ReadClaim>>): ClaimSpecification {
  const { today, currency, lawOn } = claim;
  return specifyClaim({ ...claim, administration: { currency }, law: lawOn(today) }, today);
}
