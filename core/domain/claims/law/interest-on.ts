import {
  addDays,
  type CalendarDate,
  cents,
  type DebtorKind,
  type InterestAnswer,
  type InterestQuestion,
  type CostState,
} from '@inning/sdk';
import { agreedInterest } from '../../collection-terms/index.ts';
import type { ClaimEntry, LawOfClaim } from './law-of-claim.ts';

export type InterestBearer = {
  readonly id: string;
  readonly dueOn: CalendarDate;
  readonly costState: CostState;
  readonly debtorKind: DebtorKind;
};

/** Whether the creditor asks interest on this invoice: never, with the costs, or from the due day. */
export function asksInterest(one: Pick<InterestBearer, 'costState'>, law: LawOfClaim): boolean {
  const { interest } = law.terms;
  return interest === 'from-due' || (interest === 'with-costs' && one.costState === 'claimable');
}

/**
 * The interest that has grown on an invoice up to a day, that day not included: on the principal as the
 * ledger says it was open. Null before the first day of default, or when no principal was ever owed.
 */
export function interestOn(
  one: InterestBearer,
  law: LawOfClaim,
  on: CalendarDate,
): InterestAnswer | null {
  if (on <= one.dueOn) return null;
  const entries = law.entriesOf(one.id).filter(({ bookedOn }) => bookedOn <= on);
  const principalCents = cents(sum(entries.filter(isPrincipalOwed)));
  if (principalCents <= 0) return null;
  return law.country.interest({
    kind: one.debtorKind === 'consumer' ? 'consumer' : 'commercial',
    principalCents,
    from: addDays(one.dueOn, 1),
    to: on,
    payments: paymentsIn(entries),
    agreed: agreedInterest(law.terms, one.debtorKind),
  });
}

const isPrincipalOwed = ({ kind, part }: ClaimEntry) => kind === 'owed' && part === 'principal';

/** What lowered principal or interest and was not taken back; a payment that was never counts for nothing. */
function paymentsIn(entries: readonly ClaimEntry[]): InterestQuestion['payments'] {
  const undone = new Set(
    entries.flatMap(({ reversesId }) => (reversesId ? [String(reversesId)] : [])),
  );
  return entries.flatMap(({ _id, kind, part, amountCents, bookedOn }) => {
    const isOurs = part === 'principal' || part === 'interest';
    if (!isOurs || kind === 'reversed' || amountCents >= 0 || undone.has(String(_id))) return [];
    return [{ on: bookedOn, amountCents: cents(-amountCents), towards: part }];
  });
}

const sum = (entries: readonly ClaimEntry[]) =>
  entries.reduce((total, { amountCents }) => total + amountCents, 0);
