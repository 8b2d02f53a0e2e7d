import { addDays, type CalendarDate, type Cents, cents, type Message, sumCents } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type Id, newId, type Scope } from '../../../store/index.ts';
import type { LedgerEntry } from '../../ledger/index.ts';
import { type Booking, createBookPayments } from '../../payments/index.ts';
import type { TrustAccount } from '../accounts/trust-account.model.ts';
import { trustTerms } from '../accounts/trust-terms.model.ts';
import { findPaidInvoices, type PaidInvoice } from '../lines/find-paid-invoices.ts';
import { isReversible } from '../lines/is-reversible.ts';
import { openCentsOf } from '../lines/open-cents.ts';
import { type TrustLine, trustLines } from '../lines/trust-line.model.ts';
import type { TrustDeps } from '../trust.deps.ts';
import { TrustLineExceededError } from '../trust.errors.ts';
import { feeOf } from './fee-of.ts';
import type { CreditorShare } from './new-transaction.ts';
import { createPostTransaction } from './post-transaction.ts';

export type NewAllocations = {
  readonly account: TrustAccount;
  readonly line: TrustLine;
  readonly allocations: readonly { readonly invoiceId: Id; readonly amountCents: Cents }[];
  readonly because: Message;
  readonly by: string;
};
type In = { readonly scope: Scope; readonly session: ClientSession };
type Terms = { readonly keepsCosts: boolean; readonly feeBasisPoints: number };

/**
 * Books what came in on invoices of any creditor: as payments in their administrations, and on the
 * trust account as money held for each of them, less what the agency keeps. What is left of the line
 * stays unallocated. Throws `TrustLineExceededError` and what booking a payment throws.
 */
export function createBookAllocation(deps: TrustDeps) {
  const { store, ledger } = deps;
  const bookPayments = createBookPayments(deps);
  const post = createPostTransaction(deps);

  async function termsOf({ scope, session }: In, invoices: readonly PaidInvoice[]) {
    const creditorId = { $in: invoices.map((one) => one.creditorId) };
    const found = await store.table(trustTerms).in(scope).find({ creditorId }, { session });
    return new Map(found.map((terms) => [terms.creditorId.toHexString(), terms]));
  }

  return async (
    scope: Scope,
    session: ClientSession,
    asked: NewAllocations,
  ): Promise<TrustLine> => {
    const { account, line } = asked;
    const allocations = merged(asked.allocations);
    const askedCents = sumCents(allocations.map((part) => part.amountCents));
    const openCents = openCentsOf(line);
    if (askedCents > openCents) throw new TrustLineExceededError(openCents, askedCents);

    const invoices = await findPaidInvoices(store, { scope, session }, { allocations, line });
    const bookings = bookingsOf(asked, { allocations, invoices });
    await bookPayments(scope, session, bookings);
    const paymentIds = bookings.map((one) => one._id);
    const credits = await ledger.creditsOf(scope, session, paymentIds);
    const terms = await termsOf({ scope, session }, [...invoices.values()]);
    for (const booking of bookings) {
      const shares = sharesOf(booking, { line, account, invoices, credits, terms });
      const feeCents = shares.reduce((sum, share) => sum + (share.movement?.feeCents ?? 0), 0);
      await post(scope, session, {
        account,
        key: `allocated:${booking._id.toHexString()}`,
        kind: 'allocated',
        bookedOn: line.bookedOn,
        by: asked.by,
        because: asked.because,
        trustLineId: line._id,
        paymentId: booking._id,
        own: { unallocated: -booking.amountCents, agency: feeCents },
        shares,
      });
    }
    const $set = {
      state: askedCents === openCents ? 'settled' : 'waiting',
      because: asked.because,
      proposal: null,
    };
    const $inc = { allocatedCents: askedCents, rounds: 1 };
    const changed = await store
      .table(trustLines)
      .in(scope)
      .change({ _id: line._id }, { $set, $inc } as never, { session });
    return changed ?? line;
  };
}

/** Naming an invoice twice means the sum. */
function merged(allocations: NewAllocations['allocations']): NewAllocations['allocations'] {
  const groups = Map.groupBy(allocations, (part) => part.invoiceId.toHexString());
  return [...groups.values()].map((parts) => ({
    invoiceId: (parts[0] as (typeof parts)[number]).invoiceId,
    amountCents: sumCents(parts.map((part) => part.amountCents)),
  }));
}

type Parts = {
  readonly allocations: NewAllocations['allocations'];
  readonly invoices: ReadonlyMap<string, PaidInvoice>;
};

/** One payment per debtor and administration. */
function bookingsOf(asked: NewAllocations, { allocations, invoices }: Parts): Booking[] {
  const { line } = asked;
  const owned = allocations.flatMap((part) => {
    const invoice = invoices.get(part.invoiceId.toHexString());
    return invoice ? [{ ...part, invoice }] : [];
  });
  const groups = Map.groupBy(owned, ({ invoice }) => invoice.debtorId.toHexString());
  return [...groups].map(([debtor, parts]) => {
    const [{ invoice }] = parts as [(typeof parts)[number]];
    return {
      _id: newId(),
      agencyId: invoice.agencyId,
      creditorId: invoice.creditorId,
      administrationId: invoice.administrationId,
      key: `trust-line:${line._id.toHexString()}:${debtor}:${line.rounds}`,
      debtorId: invoice.debtorId,
      bankLineId: null,
      amountCents: sumCents(parts.map((part) => part.amountCents)),
      receivedOn: line.bookedOn,
      because: asked.because,
      by: asked.by,
      allocations: parts.map(({ invoiceId, amountCents }) => ({ invoiceId, amountCents })),
    };
  });
}

type Sharing = {
  readonly line: TrustLine;
  readonly account: TrustAccount;
  readonly invoices: ReadonlyMap<string, PaidInvoice>;
  readonly credits: readonly LedgerEntry[];
  readonly terms: ReadonlyMap<string, Terms>;
};

/** One share, and so one line of the creditor's statement, per invoice. */
function sharesOf(booking: Booking, from: Sharing): CreditorShare[] {
  const availableOn = availableFrom(from);
  const terms = from.terms.get(booking.creditorId.toHexString()) ?? null;
  return booking.allocations.map(({ invoiceId, amountCents }) => {
    const costsCents = costsIn(from.credits, { paymentId: booking._id, invoiceId });
    const feeCents = feeOf({ amountCents, costsCents }, terms);
    const invoice = from.invoices.get(invoiceId.toHexString());
    return {
      creditorId: booking.creditorId,
      heldCents: amountCents - feeCents,
      onItsWayCents: 0,
      movement: {
        kind: 'allocated',
        grossCents: amountCents,
        feeCents,
        valueOn: from.line.bookedOn,
        administrationId: booking.administrationId,
        invoiceId,
        invoiceNumber: invoice?.number ?? null,
        debtorName: invoice?.debtorName ?? null,
        paymentId: booking._id,
        availableOn,
      },
    };
  });
}

const availableFrom = ({ line, account }: Sharing): CalendarDate =>
  isReversible(line) ? addDays(line.bookedOn, account.holdDays) : line.bookedOn;

function costsIn(
  credits: readonly LedgerEntry[],
  of: { readonly paymentId: Id; readonly invoiceId: Id },
): Cents {
  const its = credits.filter(
    (credit) =>
      credit.part === 'costs' &&
      credit.invoiceId.equals(of.invoiceId) &&
      credit.paymentId?.equals(of.paymentId),
  );
  return sumCents(its.map((credit) => cents(-credit.amountCents)));
}
