import { addDays, type CalendarDate, type Channel, daysBetween } from '@inning/sdk';
import { DESIGNATED_DAYS_KNOWN, extendTerm } from '../calendar/term-days.ts';
import { presumeDelivery, type TermPractice } from '../letter/compute-claimable.ts';

const TERM_DAYS = 14;

/** The first day for costs after a letter; one by mail or text counts as received when it was sent. */
export function claimableAfter(
  sentOn: CalendarDate,
  channel: Channel,
  { isExtended = true }: TermPractice,
): CalendarDate {
  const deliveredOn = channel === 'post' ? presumeDelivery(sentOn) : sentOn;
  const lastOn = addDays(deliveredOn, TERM_DAYS);
  return addDays(isExtended ? extendTerm(lastOn) : lastOn, 1);
}

/** How long terms are, over all days on which a letter may leave while the calendar is known. */
export type TermLengths = {
  /** So many days after a letter its costs are claimable, whenever it was sent. */
  most(channel: Channel): number;
  /** Days on which a letter has a longer term than that, the longest first. */
  longerThan(channel: Channel, days: number): readonly CalendarDate[];
};

export function createTermLengths(
  practice: TermPractice,
  mayBeSent: (day: CalendarDate) => boolean,
): TermLengths {
  const known = new Map<boolean, readonly Term[]>();
  const termsOf = (channel: Channel) => {
    const isPost = channel === 'post';
    const terms = known.get(isPost) ?? allTerms(isPost ? 'post' : 'mail');
    known.set(isPost, terms);
    return terms;
  };
  return {
    most: (channel) => termsOf(channel)[0]?.days ?? TERM_DAYS + 1,
    longerThan: (channel, days) =>
      termsOf(channel)
        .filter((term) => term.days > days)
        .map((term) => term.sentOn),
  };

  function allTerms(channel: Channel): readonly Term[] {
    const { from, until } = DESIGNATED_DAYS_KNOWN;
    const terms: Term[] = [];
    for (let sentOn: CalendarDate = from; sentOn <= until; sentOn = addDays(sentOn, 1)) {
      if (!mayBeSent(sentOn)) continue;
      const days = daysBetween(sentOn, claimableAfter(sentOn, channel, practice));
      terms.push({ sentOn, days });
    }
    return terms.sort((one, other) => other.days - one.days);
  }
}

type Term = { readonly sentOn: CalendarDate; readonly days: number };
