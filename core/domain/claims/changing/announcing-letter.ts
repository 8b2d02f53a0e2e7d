import {
  type CalendarDate,
  cents,
  type DebtorKind,
  formatCents,
  type LetterFinding,
  type Locale,
} from '@inning/sdk';
import type { Invoice } from '../../invoices/index.ts';
import { costsOfLetter } from '../law/announced-costs.ts';
import type { LawOfClaim } from '../law/law-of-claim.ts';

/** A letter that announces costs, before or after it left. */
export type AnnouncingLetter = {
  readonly invoiceIds: readonly string[];
  /** The last due day among its claims. */
  readonly dueOn: CalendarDate;
  readonly costsCents: number;
};
type Asking = { readonly law: LawOfClaim; readonly debtorKind: DebtorKind };

/** What the next letter on that day announces: costs that are marked so and that no letter named yet. */
export function announcingLetter(
  invoices: readonly Invoice[],
  { law, debtorKind }: Asking,
  on: CalendarDate,
): AnnouncingLetter | null {
  const fresh = invoices.filter((one) => isFresh(one) && one.dueOn < on);
  const bearers = fresh.map((one) => ({
    id: String(one._id),
    dueOn: one.dueOn,
    principalCents: one.principalOpenCents,
  }));
  const costs = costsOfLetter(bearers, debtorKind, law);
  if (!costs || costs.debtorCents === 0) return null;
  const dueOn = fresh.reduce((max, one) => (one.dueOn > max ? one.dueOn : max), '');
  return { invoiceIds: bearers.map(({ id }) => id), dueOn, costsCents: costs.debtorCents };
}

const isFresh = (one: Invoice) =>
  one.costState === 'announced' &&
  !one.disputedAt &&
  !one.announcement?.sentOn &&
  one.openCents > 0;

export type LetterAsSent = {
  readonly letter: AnnouncingLetter;
  readonly sentOn: CalendarDate;
  /** Every open invoice of this creditor on this debtor, in the letter or not. */
  readonly all: readonly Invoice[];
  readonly language: Locale;
  /** The words as they left; null when they are not at hand. */
  readonly text: string | null;
};

/** What the country finds wrong with a letter that announced costs. */
export function findLetterFaults(sent: LetterAsSent, { law, debtorKind }: Asking): LetterFinding[] {
  const { letter, sentOn, text, language } = sent;
  const inLetter = new Set(letter.invoiceIds);
  // What is disputed is not demanded, so that a letter rightly leaves it out.
  const asked = sent.all.filter((one) => !one.disputedAt && one.openCents > 0);
  const its = asked.filter((one) => inLetter.has(String(one._id)));
  const bearers = its.map((one) => ({
    id: String(one._id),
    dueOn: one.dueOn,
    principalCents: one.principalOpenCents,
  }));
  const computed = costsOfLetter(bearers, debtorKind, law);
  if (!computed) return [];
  const isNamed = text === null || namesAmount(text, letter.costsCents, language);
  return [
    ...law.country.checkLetter({
      debtorKind,
      sentOn,
      claims: asked.map((one) => ({
        id: String(one._id),
        dueOn: one.dueOn,
        isInLetter: inLetter.has(String(one._id)),
        isAnnounced: !inLetter.has(String(one._id)) && one.costState !== 'none',
      })),
      statedCostsCents: isNamed ? cents(letter.costsCents) : null,
      // What the debtor bears is what the letter must name exactly.
      costs: { ...computed.costs, totalCents: computed.debtorCents },
      text,
    }),
  ];
}

const BLANKS = /[\s\u00a0\u202f]/g;

function namesAmount(text: string, amountCents: number, language: Locale): boolean {
  const plain = (one: string) => one.replace(BLANKS, '');
  return plain(text).includes(plain(formatCents(cents(amountCents), language)).replace('€', ''));
}
