import {
  addDays,
  type Announcement,
  type CalendarDate,
  type ClaimableAnswer,
  type Localized,
  weekday,
} from '@inning/sdk';
import { DESIGNATED_DAYS_KNOWN, extendTerm, isTermHoliday } from '../calendar/term-days.ts';
import { AnnouncementDaysInvalidError } from '../law.errors.ts';
import { fill } from '../localized-text.ts';
import { BUSINESS_GROUND, CONSUMER_GROUND, DAYS_UNKNOWN, STEPS } from './claimable-texts.ts';

const TERM_DAYS = 14;
const DELIVERY_DAYS = 2;
const MONDAY = 1;
const SUNDAY = 7;

/** Where practice differs: the plain term ends on the fourteenth day, whatever day that is. */
export type TermPractice = { readonly isExtended?: boolean };

/** From when announced costs may be claimed, with the counting in words. */
export function computeClaimable(
  announcement: Announcement,
  practice: TermPractice = {},
): ClaimableAnswer {
  const { debtorKind, receivedOn, returnedOn, sentOn } = announcement;
  refuseBefore('received', receivedOn, sentOn);
  refuseBefore('returned', returnedOn, sentOn);
  if (debtorKind !== 'consumer') return withoutLetter(announcement);
  if (returnedOn !== null) return refused('returned', fill(STEPS.returned, { returnedOn }));
  if (receivedOn !== null) {
    return afterDelivery(receivedOn, [fill(STEPS.proven, { deliveredOn: receivedOn })], practice);
  }
  if (announcement.channel !== 'post') return refused('receipt-unproven', STEPS.unproven);
  const deliveredOn = presumeDelivery(sentOn);
  const steps = [fill(STEPS.sent, { sentOn }), fill(STEPS.presumed, { deliveredOn })];
  return afterDelivery(deliveredOn, steps, practice);
}

/** Ordinary post arrives on the second day of delivery after it was sent (ECLI:NL:HR:2016:2704). */
export function presumeDelivery(sentOn: CalendarDate): CalendarDate {
  let day = sentOn;
  for (let counted = 0; counted < DELIVERY_DAYS;) {
    day = addDays(day, 1);
    if (isDeliveryDay(day)) counted += 1;
  }
  return day;
}

const isDeliveryDay = (day: CalendarDate) =>
  weekday(day) !== SUNDAY && weekday(day) !== MONDAY && !isTermHoliday(day);

function afterDelivery(
  deliveredOn: CalendarDate,
  counted: readonly Localized[],
  { isExtended = true }: TermPractice,
): ClaimableAnswer {
  const plainOn = addDays(deliveredOn, TERM_DAYS);
  const lastDayOn = isExtended ? extendTerm(plainOn) : plainOn;
  const claimableOn = addDays(lastDayOn, 1);
  const firstOn = addDays(deliveredOn, 1);
  return {
    deliveredOn,
    lastDayOn,
    claimableOn,
    refusal: null,
    ground: { article: 'art. 6:96 lid 6 BW', sentence: CONSUMER_GROUND },
    steps: [
      ...counted,
      fill(STEPS.term, { firstOn, lastOn: plainOn }),
      ...(lastDayOn > plainOn ? [fill(STEPS.extended, { lastOn: lastDayOn })] : []),
      fill(STEPS.claimable, { claimableOn }),
    ],
    remarks: remarksOn(deliveredOn, lastDayOn),
  };
}

function remarksOn(deliveredOn: CalendarDate, lastDayOn: CalendarDate) {
  const { from, until } = DESIGNATED_DAYS_KNOWN;
  if (deliveredOn >= from && lastDayOn <= until) return [];
  return [
    {
      code: 'DESIGNATED_DAYS_UNKNOWN',
      sentence: fill(DAYS_UNKNOWN, { fromOn: from, untilOn: until }),
    },
  ];
}

function refused(refusal: 'returned' | 'receipt-unproven', step: Localized): ClaimableAnswer {
  return {
    deliveredOn: null,
    lastDayOn: null,
    claimableOn: null,
    refusal,
    ground: { article: 'art. 6:96 lid 6 BW; art. 3:37 lid 3 BW', sentence: CONSUMER_GROUND },
    steps: [step],
    remarks: [],
  };
}

function withoutLetter({ dueOn }: Announcement): ClaimableAnswer {
  const claimableOn = addDays(dueOn, 1);
  return {
    deliveredOn: null,
    lastDayOn: dueOn,
    claimableOn,
    refusal: null,
    isWithoutLetter: true,
    ground: { article: 'art. 6:96 lid 4 BW', sentence: BUSINESS_GROUND },
    steps: [fill(STEPS.due, { dueOn }), fill(STEPS.claimable, { claimableOn })],
    remarks: [],
  };
}

function refuseBefore(
  what: 'received' | 'returned',
  on: CalendarDate | null,
  sentOn: CalendarDate,
): void {
  if (on !== null && on < sentOn) throw new AnnouncementDaysInvalidError(what, on, sentOn);
}
