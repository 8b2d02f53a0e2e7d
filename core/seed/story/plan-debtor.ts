import { addDays, type CalendarDate, daysBetween, latestDay, weekday } from '@inning/sdk';
import type { InventedDebtor } from '../people/invent-debtor.ts';
import type { Random } from '../random.ts';
import type { Days, Habit, InvoiceDraft, PlannedPayment, Shop } from './planned.ts';

/** What is invoiced to somebody, and when that is paid, whatever the reminders do. */
export function planDebtor(
  random: Random,
  debtor: InventedDebtor,
  { shop, days }: { readonly shop: Shop; readonly days: Days },
): InvoiceDraft[] {
  const habit = habitOf(random);
  const termDays = debtor.kind === 'business' ? 30 : 14;
  const rhythm = { habit, base: random.between(9, termDays + 6), turn: random.between(0, 1) };
  const sell = sellerOf(random, shop, termDays);
  const plan = { rhythm, sell, days };
  return [...history(random, plan), ...recent(random, plan)];
}

function habitOf(random: Random): Habit {
  const draw = random.next();
  if (draw < 0.42) return 'steady';
  if (draw < 0.62) return 'changing';
  return draw < 0.72 ? 'erratic' : 'new';
}

type Rhythm = { readonly habit: Habit; readonly base: number; readonly turn: number };

/** Days from invoice to payment, the `nth` time. */
function termOf(random: Random, { habit, base, turn }: Rhythm, nth: number): number {
  if (habit === 'erratic') {
    return (nth + turn) % 2 === 0 ? random.between(8, 20) : random.between(92, 128);
  }
  if (habit === 'changing') return Math.max(6, base + 12 + random.between(-26, 28));
  return Math.max(3, base + random.between(-3, 3));
}

type PayFor = (invoice: { dueOn: CalendarDate; cents: number }) => readonly PlannedPayment[];
type Sell = (on: CalendarDate, payFor: PayFor) => InvoiceDraft;

function sellerOf(random: Random, shop: Shop, termDays: number): Sell {
  return (day, payFor) => {
    const { from, to } = shop.priceCents;
    // Most invoices are small; the square keeps the large ones rare.
    const cents = from + Math.round((to - from) * random.next() ** 2);
    // Nobody writes invoices on a Sunday.
    const invoicedOn = weekday(day) === 7 ? addDays(day, 1) : day;
    const dueOn = addDays(invoicedOn, termDays);
    return {
      invoicedOn,
      dueOn,
      totalCents: cents,
      description: random.pick(shop.services),
      payments: payFor({ dueOn, cents }),
    };
  };
}

type Plan = { readonly rhythm: Rhythm; readonly sell: Sell; readonly days: Days };

/** What was paid before the agency came. */
function history(random: Random, { rhythm, sell, days }: Plan): InvoiceDraft[] {
  const count = rhythm.habit === 'new' ? 0 : random.chance(0.15) ? 4 : 3;
  return Array.from({ length: count }, (_, nth) => {
    const term = termOf(random, rhythm, nth);
    const paidOn = addDays(days.takeoverOn, -random.between(4, 230));
    return sell(addDays(paidOn, -term), ({ cents }) => [{ on: paidOn, cents }]);
  });
}

const NEVER_PAYS: Record<Habit, number> = { steady: 0.12, changing: 0.2, erratic: 0.3, new: 0.28 };
const NEEDS_REMINDER = 0.3;
const PAYS_IN_PARTS = 0.05;
/** Invoices of the last weeks before the takeover are still open then. */
const OPEN_AT_TAKEOVER_DAYS = 38;

function recent(random: Random, { rhythm, sell, days }: Plan): InvoiceDraft[] {
  const count = random.chance(0.15) ? 2 : 1;
  const span = daysBetween(days.takeoverOn, days.today) + OPEN_AT_TAKEOVER_DAYS;
  return Array.from({ length: count }, (_, nth) => {
    const on = addDays(days.today, -random.between(2, span));
    return sell(on, ({ dueOn, cents }) => {
      if (random.chance(NEVER_PAYS[rhythm.habit])) return [];
      const usual = addDays(on, termOf(random, rhythm, nth));
      const isReminded = rhythm.habit !== 'steady' && random.chance(NEEDS_REMINDER);
      const reminded = latestDay([addDays(dueOn, 14), addDays(on, 30)]) ?? usual;
      const paidOn = isReminded ? addDays(reminded, random.between(2, 6)) : usual;
      // Nothing could be paid to the agency's books before there were any.
      const first = latestDay([paidOn, addDays(days.takeoverOn, 1)]) ?? paidOn;
      return random.chance(PAYS_IN_PARTS) ? inParts(first, cents) : [{ on: first, cents }];
    });
  });
}

function inParts(on: CalendarDate, cents: number): PlannedPayment[] {
  const half = Math.round(cents / 2);
  return [
    { on, cents: half },
    { on: addDays(on, 28), cents: cents - half },
  ];
}
