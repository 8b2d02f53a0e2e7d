import type {
  CalendarDate,
  ClaimableAnswer,
  ClaimInvoice,
  CostState,
  DebtorKind,
  LegalGround,
  LegalRemark,
  Localized,
} from '@inning/sdk';
import type { Invoice } from '../../invoices/index.ts';
import { type Announcement, claimableFrom, clockOf } from '../law/clock-of.ts';
import type { LawOfClaim } from '../law/law-of-claim.ts';

/** One announcement of costs: what it was, what its days are, and why. */
export type LegalClock = {
  readonly announcementId: string;
  readonly numbers: readonly string[];
  readonly invoiceIds: readonly string[];
  readonly state: CostState;
  readonly announcedOn: CalendarDate;
  readonly sentOn: CalendarDate | null;
  readonly channel: string | null;
  readonly receivedOn: CalendarDate | null;
  readonly returnedOn: CalendarDate | null;
  readonly deliveredOn: CalendarDate | null;
  readonly lastDayOn: CalendarDate | null;
  readonly claimableOn: CalendarDate | null;
  /** Why costs may not be claimed on it: `no-letter`, `letter-invalid`, or what the country says. */
  readonly refusal: string | null;
  readonly faults: readonly string[];
  readonly statedCents: number | null;
  readonly announcedCents: number;
  readonly ground: LegalGround | null;
  /** How the days were counted, in order. */
  readonly steps: readonly Localized[];
  readonly remarks: readonly LegalRemark[];
  readonly by: string;
  readonly reason: string | null;
};

type Asking = { readonly law: LawOfClaim; readonly debtorKind: DebtorKind };

/** Every announcement of these invoices, oldest first, letters that came back included. */
export function legalClocks(
  invoices: readonly Invoice[],
  computed: readonly ClaimInvoice[],
  asking: Asking,
): LegalClock[] {
  const announced = invoices.filter(({ announcement }) => announcement);
  const letters = Map.groupBy(announced, ({ announcement }) => announcement?.id ?? '');
  const amounts = new Map(computed.map((one) => [one.id, one.announcedCents]));
  return [...letters.values()]
    .map((its) => {
      const cents = its.reduce((sum, one) => sum + (amounts.get(String(one._id)) ?? 0), 0);
      return clock(its, cents, asking);
    })
    .sort((a, b) => a.announcedOn.localeCompare(b.announcedOn));
}

function clock(its: readonly Invoice[], announcedCents: number, asking: Asking): LegalClock {
  const [first] = its;
  const announcement = first?.announcement as Announcement;
  const answer = clockOf(its, asking.debtorKind, asking.law.country);
  return {
    ...(answer ? countedDays(answer) : NOT_COUNTED),
    ...letterOf(announcement),
    numbers: its.map(({ number }) => number),
    invoiceIds: its.map(({ _id }) => String(_id)),
    state: first?.costState ?? 'none',
    claimableOn: claimableFrom(announcement, answer),
    refusal: refusalOf(announcement, answer),
    announcedCents,
  };
}

const NOT_COUNTED = {
  deliveredOn: null,
  lastDayOn: null,
  ground: null,
  steps: [],
  remarks: [],
} as const;

const countedDays = ({ deliveredOn, lastDayOn, ground, steps, remarks }: ClaimableAnswer) => ({
  deliveredOn,
  lastDayOn,
  ground,
  steps,
  remarks,
});

const letterOf = (announcement: Announcement) => ({
  announcementId: announcement.id,
  announcedOn: announcement.on,
  sentOn: announcement.sentOn ?? null,
  channel: announcement.channel ?? null,
  receivedOn: announcement.receivedOn ?? null,
  returnedOn: announcement.returnedOn ?? null,
  statedCents: announcement.statedCents ?? null,
  faults: [...announcement.faults],
  by: announcement.by,
  reason: announcement.reason ?? null,
});

/** Why announced costs may not be claimed yet, whatever the day; null when they may once it comes. */
export function refusalOf(
  announcement: Announcement | null | undefined,
  answer: ReturnType<typeof clockOf>,
): string | null {
  if (!answer) return 'no-letter';
  return announcement && announcement.faults.length > 0 ? 'letter-invalid' : answer.refusal;
}
