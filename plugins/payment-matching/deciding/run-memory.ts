import type { Part } from '../drafting/proposal.ts';
import { lettersAndDigits } from '../reading/plain-text.ts';
import type { Payment } from '../reading/payment.ts';

/** What a run remembers of the payments before: repeats, and bookings on one of several equal invoices. */
export type RunMemory = {
  /** The same payer, amount and text came before, and the text names something. */
  isRepeat(payment: Payment): boolean;
  /** The last time was about a week ago or more, as with a standing order. */
  isStanding(payment: Payment): boolean;
  /** The same payer paid the same amount before. */
  isSameAmount(payment: Payment): boolean;
  remember(payment: Payment): void;
  /** A person has to decide about this; its payer is likely the one who owes it. */
  wait(parts: readonly Part[]): void;
  /** Whether one of these is likeliest what an earlier payment by the same debtor, still to be decided, is for. */
  isWaitedFor(parts: readonly Part[]): boolean;
  readonly equals: EqualBookings;
};

/** A payment booked on one of several equal invoices, none of which it named. */
export type EqualBooking = { readonly debtor: number; readonly amountCents: number };
export type EqualBookings = {
  add(row: number, booking: EqualBooking): void;
  /** What was booked so on this invoice, or null. */
  of(row: number): EqualBooking | null;
  remove(row: number): void;
  has(debtor: number, amounts: readonly number[]): boolean;
};

function createEqualBookings(): EqualBookings {
  const byRow = new Map<number, EqualBooking>();
  const byDebtor = new Map<number, number[]>();
  return {
    add(row, booking) {
      byRow.set(row, booking);
      byDebtor.set(booking.debtor, [...(byDebtor.get(booking.debtor) ?? []), booking.amountCents]);
    },
    of: (row) => byRow.get(row) ?? null,
    remove: (row) => void byRow.delete(row),
    has: (debtor, amounts) =>
      (byDebtor.get(debtor) ?? []).some((amountCents) => amounts.includes(amountCents)),
  };
}

export function createRunMemory(): RunMemory {
  const texts = new Map<string, string>();
  const amounts = new Set<string>();
  const waiting = new Set<string>();
  return {
    isRepeat: (payment) => /\d/.test(saidBy(payment)) && texts.has(textKey(payment)),
    isStanding(payment) {
      const before = texts.get(textKey(payment)) ?? '';
      return before !== '' && daysBetween(before, payment.bookedOn) >= LEAST_DAYS;
    },
    isSameAmount: (payment) => amounts.has(amountKey(payment)),
    remember(payment) {
      texts.set(textKey(payment), payment.bookedOn);
      amounts.add(amountKey(payment));
    },
    wait(parts) {
      for (const part of parts) waiting.add(partKey(part));
    },
    isWaitedFor: (parts) => parts.some((part) => waiting.has(partKey(part))),
    equals: createEqualBookings(),
  };
}

const LEAST_DAYS = 6;
const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS;

const partKey = ({ row, amountCents }: Part): string => `${row} ${amountCents}`;
const saidBy = ({ text, structuredReference }: Payment): string =>
  lettersAndDigits(`${structuredReference} ${text}`);
const amountKey = (payment: Payment): string =>
  `${payment.account} ${payment.counterpartyAccount || lettersAndDigits(payment.counterpartyName)} ${payment.amountCents}`;
const textKey = (payment: Payment): string => `${amountKey(payment)} ${saidBy(payment)}`;
