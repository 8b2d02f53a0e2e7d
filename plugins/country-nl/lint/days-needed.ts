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

/** So many days after a letter its costs are claimable, on whichever day it may have been sent. */
export function createDaysNeeded(
  practice: TermPractice,
  mayBeSent: (day: CalendarDate) => boolean,
): (channel: Channel) => number {
  const known = new Map<boolean, number>();
  return (channel) => {
    const isPost = channel === 'post';
    const days = known.get(isPost) ?? mostDays(isPost ? 'post' : 'mail');
    known.set(isPost, days);
    return days;
  };

  function mostDays(channel: Channel): number {
    const { from, until } = DESIGNATED_DAYS_KNOWN;
    let most = 0;
    for (let day: CalendarDate = from; day <= until; day = addDays(day, 1)) {
      if (!mayBeSent(day)) continue;
      most = Math.max(most, daysBetween(day, claimableAfter(day, channel, practice)));
    }
    return most;
  }
}
