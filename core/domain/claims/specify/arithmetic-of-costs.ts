import { addDays, cents, type LegalGround, type Localized, type Message } from '@inning/sdk';
import type { Invoice } from '../../invoices/index.ts';
import type { ClaimEntry } from '../law/law-of-claim.ts';
import type { Asking } from './lines-of-invoice.ts';

type Arithmetic = {
  readonly ground: LegalGround | null;
  readonly arithmetic: readonly Localized[];
};

/**
 * How booked costs were computed: over the principal that stands with the booking. Nothing when the
 * country would compute something else by now; the booking and its own reason stay.
 */
export function arithmeticOfCosts(entry: ClaimEntry, invoice: Invoice, asking: Asking): Arithmetic {
  const { params = {} } = (entry.reason as Message | undefined) ?? {};
  const baseCents = Number(params['baseCents']);
  const totalCents = Number(params['totalCents']);
  if (!Number.isSafeInteger(baseCents) || baseCents <= 0) return { ground: null, arithmetic: [] };
  const { law, debtorKind } = asking;
  const agreed = params['agreedCents'];
  const answer = law.country.costs({
    debtorKind,
    principalsCents: [cents(baseCents)],
    defaultOn: String(params['defaultOn'] ?? addDays(invoice.dueOn, 1)),
    isVatDeductible: params['vat'] !== 'added',
    agreedCents: typeof agreed === 'number' ? cents(agreed) : null,
    isAnnounced: true,
    earlierTerms: null,
  });
  const isSame = answer.totalCents === totalCents;
  const arithmetic = isSame ? answer.lines.map(({ sentence }) => sentence) : [];
  return { ground: answer.ground, arithmetic };
}
