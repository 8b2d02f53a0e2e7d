import {
  addDays,
  cents,
  formatCents,
  type LegalGround,
  type Locale,
  type Localized,
  type Message,
} from '@inning/sdk';
import type { Invoice } from '../../invoices/index.ts';
import type { ClaimEntry } from '../law/law-of-claim.ts';
import type { Asking } from './asking.ts';

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
  const whole = isSame ? answer.lines.map(({ sentence }) => sentence) : [];
  const isPart = isSame && entry.amountCents !== totalCents;
  return {
    ground: answer.ground,
    arithmetic: isPart ? [...whole, partOn(invoice.number, entry.amountCents)] : whole,
  };
}

/** Costs are those of a whole letter, and some of it may be the creditor's: what of it stands here. */
function partOn(number: string, amountCents: number): Localized {
  const amount = (locale: Locale) => formatCents(cents(amountCents), locale);
  return {
    nl: `Hiervan te betalen op factuur ${number}: ${amount('nl')}`,
    en: `Of this, to pay on invoice ${number}: ${amount('en')}`,
    de: `Davon zu zahlen auf Rechnung ${number}: ${amount('de')}`,
    fr: `Dont à payer sur la facture ${number} : ${amount('fr')}`,
  };
}
