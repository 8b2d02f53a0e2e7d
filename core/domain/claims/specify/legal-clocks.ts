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
  /** Why costs may not be claimed on it: `no-letter`, `letter-invalid`, `held-back`, or what the country says. */
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
  { due, ...asking }: Asking & { readonly due: ReadonlySet<string> },
): LegalClock[] {
  const announced = invoices.filter(({ announcement }) => announcement);
  const letters = Map.groupBy(announced, ({ announcement }) => announcement?.id ?? '');
  const byId = new Map(computed.map((one) => [one.id, one]));
  return [...letters.values()]
    .map((its) => {
      const told = its.flatMap((one) => byId.get(String(one._id)) ?? []);
      const announcedCents = told.reduce((sum, one) => sum + one.announcedCents, 0);
      return { ...clock(its, asking), announcedCents, state: stateOf(its, due) };
    })
    .sort((a, b) => a.announcedOn.localeCompare(b.announcedOn));
}

/** What is owed by law is claimable, whether a step or a person claimed it yet or not. */
const stateOf = (its: readonly Invoice[], due: ReadonlySet<string>): CostState =>
  its.some(({ _id }) => due.has(String(_id))) ? 'claimable' : (its[0]?.costState ?? 'none');

type ClockOnly = Omit<LegalClock, 'announcedCents' | 'state'>;

function clock(its: readonly Invoice[], asking: Asking): ClockOnly {
  const [first] = its;
  const announcement = first?.announcement as Announcement;
  const answer = clockOf(its, asking.debtorKind, asking.law.country);
  const isHeldBack = first?.costState === 'announced' && announcement.heldBackOn;
  return {
    ...(answer ? countedDays(answer) : NOT_COUNTED),
    ...letterOf(announcement),
    numbers: its.map(({ number }) => number),
    invoiceIds: its.map(({ _id }) => String(_id)),
    claimableOn: claimableFrom(announcement, answer),
    refusal: refusalOf(announcement, answer) ?? (isHeldBack ? 'held-back' : null),
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
