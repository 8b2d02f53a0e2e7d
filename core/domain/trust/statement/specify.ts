import type { TrustAccount } from '../accounts/trust-account.model.ts';
import type { TrustMovement } from '../booking/trust-movement.model.ts';
import type { RemittedPayment, TrustRemittance } from '../remittances/trust-remittance.model.ts';
import type { Specification, SpecifiedInvoice } from './write-mt940.ts';

type Part = Pick<TrustMovement, 'grossCents' | 'feeCents'> & {
  readonly movementId: { toHexString(): string };
  readonly paymentId?: { toHexString(): string } | null | undefined;
  readonly on: string;
  readonly invoiceNumber?: string | null | undefined;
  readonly debtorName?: string | null | undefined;
};

/** What a remittance was made of, for the creditor that it went to. */
export function specifyRemittance(
  { number, executeOn }: TrustRemittance,
  payment: RemittedPayment,
  account: TrustAccount,
): Specification {
  const parts = payment.parts.map((part): Part => ({ ...part, on: part.bookedOn }));
  const days = parts.map((part) => part.on).sort();
  return {
    id: `AFDRACHT ${number}`,
    number,
    iban: account.iban,
    currency: account.currency,
    from: days[0] ?? executeOn,
    until: days.at(-1) ?? executeOn,
    lines: parts.flatMap(linesOf),
  };
}

/** What was booked on invoices in a period, remitted or not. */
export function specifyPeriod(
  movements: readonly TrustMovement[],
  period: { readonly account: TrustAccount; readonly from: string; readonly until: string },
): Specification {
  const { account, from, until } = period;
  const parts = movements
    .filter(({ kind }) => kind === 'allocated' || kind === 'reversed')
    .map((one): Part => ({ ...one, movementId: one._id, on: one.valueOn }));
  return {
    id: `DERDEN ${until.replaceAll('-', '')}`,
    number: Number(until.slice(2).replaceAll('-', '')),
    iban: account.iban,
    currency: account.currency,
    from,
    until,
    lines: parts.flatMap(linesOf),
  };
}

function linesOf(part: Part): SpecifiedInvoice[] {
  // The end of an id differs from one to the next; its beginning is the time.
  const tail = part.movementId.toHexString().slice(-14).toUpperCase();
  const number = part.invoiceNumber ?? '';
  const endToEndId = `P${(part.paymentId ?? part.movementId).toHexString().toUpperCase()}`;
  const name = part.debtorName ?? null;
  const paid = {
    reference: `T${tail}`,
    endToEndId,
    isReversal: part.grossCents < 0,
    on: part.on,
    amountCents: part.grossCents,
    name,
    text: `Factuur ${number}`,
  };
  if (part.feeCents === 0) return [paid];
  const kept = {
    reference: `K${tail}`,
    endToEndId: `${endToEndId}-K`,
    isReversal: false,
    on: part.on,
    amountCents: -part.feeCents,
    name: null,
    text: `Ingehouden volgens afspraak bij factuur ${number}`,
  };
  return [paid, kept];
}
