import {
  addDays,
  type CalendarDate,
  type Channel,
  daysBetween,
  earliestDay,
  message,
  withinContactHours,
} from '@inning/sdk';
import { instantAt, minuteAt } from '../../../time/index.ts';
import type { Contact } from '../facts/index.ts';
import type { Walk } from '../walking/index.ts';
import { flagGate } from './flag-gate.ts';
import type { Gate } from './gate.ts';

/** Events wake gated instances; this is the safety net should one be missed. */
const LOOK_AGAIN_DAYS = 7;

type GateCheck = (walk: Walk, channel: Channel) => Gate | null;

/** What must be clear before a debtor is contacted, in the order in which a person would ask. */
const CONTACT_GATES: readonly GateCheck[] = [
  (walk, channel) => flagGate(walk, [channel]),
  disputeGate,
  thresholdGate,
  bankFreshnessGate,
  plausiblePaymentGate,
  contactLimitGate,
  contactWindowGate,
];

export function contactGate(walk: Walk, channel: Channel): Gate | null {
  for (const check of CONTACT_GATES) {
    const gate = check(walk, channel);
    if (gate) return gate;
  }
  return null;
}

function disputeGate(walk: Walk): Gate | null {
  if (!walk.claim.hasDispute || walk.claim.overdueCents > 0) return null;
  return { gate: 'disputed', because: message('flow.gate.disputed'), wakeAt: whenMoreIsDue(walk) };
}

function thresholdGate(walk: Walk): Gate | null {
  const { thresholdCents } = walk.situation.flow.document.settings;
  const { overdueCents } = walk.claim;
  if (overdueCents === 0) {
    const because = message('flow.gate.nothing-overdue');
    return { gate: 'nothing-overdue', because, wakeAt: whenMoreIsDue(walk) };
  }
  if (overdueCents >= thresholdCents) return null;
  const because = message('flow.gate.below-threshold', { overdueCents, thresholdCents });
  return { gate: 'below-threshold', because, wakeAt: whenMoreIsDue(walk) };
}

function bankFreshnessGate(walk: Walk): Gate | null {
  const { bankFreshnessDays: maxDays } = walk.situation.flow.document.settings;
  const { bankDataOn } = walk.situation.facts;
  if (maxDays === null) return null;
  const ageDays = bankDataOn === null ? null : daysBetween(bankDataOn, walk.today);
  if (ageDays !== null && ageDays <= maxDays) return null;
  const code = ageDays === null ? 'flow.gate.no-bank-data' : 'flow.gate.bank-data-old';
  return {
    gate: 'bank-data-old',
    because: message(code, { ageDays, maxDays }),
    wakeAt: tomorrow(walk),
  };
}

function plausiblePaymentGate(walk: Walk): Gate | null {
  if (!walk.situation.facts.hasPlausiblePayment) return null;
  const because = message('flow.gate.plausible-payment');
  return { gate: 'plausible-payment', because, wakeAt: tomorrow(walk) };
}

function contactLimitGate(walk: Walk): Gate | null {
  const gates = contactLimits(walk).flatMap((limit) => limitGate(walk, limit) ?? []);
  // Of two limits the one that holds longer is the reason.
  return gates.sort((one, other) => latestFirst(one.wakeAt, other.wakeAt))[0] ?? null;
}

const latestFirst = (one: Date | null, other: Date | null) =>
  (other?.getTime() ?? 0) - (one?.getTime() ?? 0);

type ContactLimit = { readonly count: number; readonly days: number };
const WEEK = 7;
const CAREFUL_PER_WEEK = 3;

/** That of the flow and that of the administration: both count contacts of all flows and of people. */
function contactLimits({ situation }: Walk): ContactLimit[] {
  const { contactsPerWeek } = situation.facts.administration;
  return [
    situation.flow.document.settings.maxContacts,
    { count: contactsPerWeek ?? CAREFUL_PER_WEEK, days: WEEK },
  ];
}

function limitGate(walk: Walk, { count, days }: ContactLimit): Gate | null {
  const since = addDays(walk.today, 1 - days);
  const recent = walk.situation.facts.contacts
    .filter((one) => one.on >= since && one.on <= walk.today && !isOwn(one, walk.key()))
    .map((one) => one.on)
    .sort();
  if (recent.length < count) return null;
  // The oldest contact that must fall out of the period before another one fits.
  const oldest = recent[recent.length - count] ?? walk.today;
  const on = addDays(oldest, days);
  const because = message('flow.gate.contact-limit', { count, days, on });
  return { gate: 'contact-limit', because, wakeAt: walk.sendTimeOn(on) };
}

/** A letter of this very step left in an earlier try: it does not count against itself. */
function isOwn({ key }: Contact, ownKey: string): boolean {
  return key === ownKey || key.startsWith(`${ownKey}.`) || key.startsWith(`${ownKey}~`);
}

const MAX_DAYS_CLOSED = 14;

function contactWindowGate(walk: Walk, channel: Channel): Gate | null {
  const { facts, now } = walk.situation;
  const debtorKind = walk.claim.debtor.kind;
  const { contactHours } = walk.situation.flow.document.settings;
  const windowOn = (day: CalendarDate) => {
    const open = facts.country.contactWindow({ day, channel, debtorKind });
    return withinContactHours(open, contactHours, { day, channel });
  };
  const todays = windowOn(walk.today);
  const minute = minuteAt(now, facts.timeZone);
  if (todays && minute >= todays.from && minute < todays.to) return null;

  const first = todays && minute < todays.from ? 0 : 1;
  for (let ahead = first; ahead <= MAX_DAYS_CLOSED; ahead += 1) {
    const day = addDays(walk.today, ahead);
    const open = windowOn(day);
    if (!open) continue;
    const opensAt = instantAt(day, open.from, facts.timeZone);
    const wakeAt = laterOf(opensAt, walk.sendTimeOn(day), instantAt(day, open.to, facts.timeZone));
    const holiday = facts.country.holiday(walk.today);
    const code = holiday ? 'flow.gate.holiday' : 'flow.gate.contact-window';
    return { gate: 'contact-window', because: message(code, { holiday, on: day }), wakeAt };
  }
  const because = message('flow.gate.never-open', { days: MAX_DAYS_CLOSED });
  return { gate: 'contact-window', because, wakeAt: later(walk) };
}

/** The usual time of the flow, unless the window opens later or is closed again by then. */
function laterOf(opensAt: Date, usual: Date, closesAt: Date): Date {
  return usual > opensAt && usual < closesAt ? usual : opensAt;
}

const tomorrow = (walk: Walk) => walk.sendTimeOn(addDays(walk.today, 1));
const later = (walk: Walk) => walk.sendTimeOn(addDays(walk.today, LOOK_AGAIN_DAYS));

/** The day on which the next invoice is overdue may change what is demanded; no event tells of it. */
function whenMoreIsDue(walk: Walk): Date {
  const comingDue = walk.claim.invoices.filter((one) => one.dueOn >= walk.today);
  const on = earliestDay(comingDue.map((one) => addDays(one.dueOn, 1)));
  const atLatest = later(walk);
  return on && walk.sendTimeOn(on) < atLatest ? walk.sendTimeOn(on) : atLatest;
}
