import type { CalendarDate, ClaimableAnswer, Country, DebtorKind } from '@inning/sdk';
import type { Invoice } from '../../invoices/index.ts';

export type Announcement = NonNullable<Invoice['announcement']>;
type Announced = Pick<Invoice, 'announcement' | 'dueOn'>;

/** When the announced costs of the invoices of one letter may be claimed; null while a letter is missing. */
export function clockOf(
  its: readonly Announced[],
  debtorKind: DebtorKind,
  country: Country,
): ClaimableAnswer | null {
  const announcement = its[0]?.announcement;
  if (!announcement) return null;
  const { sentOn, channel, receivedOn = null, returnedOn = null } = announcement;
  const dueOn = announcement.dueOn ?? lastDueOn(its);
  if (sentOn && channel) {
    return country.claimable({ debtorKind, dueOn, sentOn, channel, receivedOn, returnedOn });
  }
  // No letter left: that is enough only where the country asks for none.
  const unsent = { sentOn: announcement.on, channel: 'mail', receivedOn: null } as const;
  const answer = country.claimable({ debtorKind, dueOn, ...unsent, returnedOn: null });
  return answer.isWithoutLetter ? answer : null;
}

const lastDueOn = (its: readonly Announced[]): CalendarDate =>
  its.reduce((max, { dueOn }) => (dueOn > max ? dueOn : max), '');

/** The first day on which costs may be claimed: none for a letter that breaks the rules. */
export function claimableFrom(
  announcement: Announcement | null | undefined,
  clock: ClaimableAnswer | null,
): CalendarDate | null {
  return announcement && announcement.faults.length > 0 ? null : (clock?.claimableOn ?? null);
}
