import type { CalendarDate, DebtorKind } from '@inning/sdk';
import type { Invoice } from '../../invoices/index.ts';
import { bookLetter, type CostBooking } from '../changing/cost-bookings.ts';
import { claimableFrom, clockOf } from './clock-of.ts';
import type { LawOfClaim } from './law-of-claim.ts';
import { lettersOf } from './letters-of.ts';

type Asking = { readonly law: LawOfClaim; readonly debtorKind: DebtorKind };
export type DueCosts = CostBooking & { readonly claimableOn: CalendarDate };

/**
 * Announced costs that are owed by law on a day because the term of their letter passed, whether somebody
 * claimed them yet or not. Where the law asks for no letter, the creditor says when: these are not here.
 */
export function dueCosts(
  invoices: readonly Invoice[],
  asking: Asking,
  on: CalendarDate,
): readonly DueCosts[] {
  return [...lettersOf(invoices).values()].flatMap((its) => {
    const claimableOn = dueFrom(its, asking);
    if (claimableOn === null || claimableOn > on) return [];
    if (its.some((one) => hasBookedCosts(one, asking.law, on))) return [];
    return bookLetter(its, asking).map((booking) => ({ ...booking, claimableOn }));
  });
}

/** The same for the letter in which one invoice stands: its costs are one sum, whichever is paid or waived. */
export function dueBeside(
  { id, invoices }: { readonly id: string; readonly invoices: readonly Invoice[] },
  asking: Asking,
  on: CalendarDate,
): readonly DueCosts[] {
  const letters = [...lettersOf(invoices).values()];
  const own = letters.find((its) => its.some(({ _id }) => String(_id) === id));
  return own ? dueCosts(own, asking, on) : [];
}

function dueFrom(its: readonly Invoice[], { law, debtorKind }: Asking): CalendarDate | null {
  const announcement = its[0]?.announcement;
  if (!announcement?.sentOn || announcement.heldBackOn) return null;
  const clock = clockOf(its, debtorKind, law.country);
  return clock?.isWithoutLetter ? null : claimableFrom(announcement, clock);
}

/** On a day that is past they may have been claimed, and taken back only later. */
function hasBookedCosts({ _id }: Invoice, law: LawOfClaim, on: CalendarDate): boolean {
  const owed = law
    .entriesOf(String(_id))
    .filter(
      ({ part, kind, amountCents, bookedOn }) =>
        part === 'costs' &&
        bookedOn <= on &&
        (kind === 'owed' || (kind === 'reversed' && amountCents < 0)),
    );
  return owed.reduce((sum, { amountCents }) => sum + amountCents, 0) > 0;
}
