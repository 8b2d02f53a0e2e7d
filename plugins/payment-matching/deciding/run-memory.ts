import { lettersAndDigits } from '../reading/plain-text.ts';
import type { Payment } from '../reading/payment.ts';

/** What a run remembers of the payments before: repeats, and bookings on one of several equal invoices. */
export type RunMemory = {
  /** The same payer, amount and text came before, and the text names something. */
  isRepeat(payment: Payment): boolean;
  /** The same payer paid the same amount before. */
  isSameAmount(payment: Payment): boolean;
  remember(payment: Payment): void;
  /** Invoices on which one of several equal ones was booked without being named, by row. */
  readonly equals: Map<number, { readonly debtor: number; readonly amountCents: number }>;
};

export function createRunMemory(): RunMemory {
  const texts = new Set<string>();
  const amounts = new Set<string>();
  return {
    isRepeat: (payment) => /\d/.test(saidBy(payment)) && texts.has(textKey(payment)),
    isSameAmount: (payment) => amounts.has(amountKey(payment)),
    remember(payment) {
      texts.add(textKey(payment));
      amounts.add(amountKey(payment));
    },
    equals: new Map(),
  };
}

const saidBy = ({ text, structuredReference }: Payment): string =>
  lettersAndDigits(`${structuredReference} ${text}`);
const amountKey = (payment: Payment): string =>
  `${payment.account} ${payment.counterpartyAccount || lettersAndDigits(payment.counterpartyName)} ${payment.amountCents}`;
const textKey = (payment: Payment): string => `${amountKey(payment)} ${saidBy(payment)}`;
