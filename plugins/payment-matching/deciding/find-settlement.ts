import type { Book } from '../book/book.ts';
import type { SettlementInput } from '../book/book-input.ts';
import { nameWords } from '../reading/name-words.ts';
import type { Payment } from '../reading/payment.ts';
import { PROVIDER_WORD } from '../reading/payment-words.ts';
import { lettersAndDigits, plainText } from '../reading/plain-text.ts';

/** The report of a payment service provider that a payment pays out, and how it was found. */
export type FoundSettlement = { readonly settlement: SettlementInput; readonly isNamed: boolean };
export type SettlementFinder = {
  find(payment: Payment): FoundSettlement | null;
  /** Paid out: its amount alone does not point at it again. */
  settle(payment: Payment, settlement: SettlementInput): void;
  isSettled(payment: Payment, settlement: SettlementInput): boolean;
};

const SHORTEST_ID = 6;

/** Reports by their number in the text, however its signs are written, else by the provider and the exact amount. */
export function createSettlementFinder({ settlements }: Book): SettlementFinder {
  const byNet = Map.groupBy(settlements.values(), (one) => one.netCents);
  // By account, so that accounts that are matched apart decide the same.
  const settled = new Set<string>();
  const keyOf = ({ account }: Payment, { settlementId }: SettlementInput) =>
    `${account} ${settlementId}`;
  return {
    find(payment) {
      if (settlements.size === 0) return null;
      const said = `${payment.text} ${payment.endToEndId} ${payment.structuredReference}`;
      for (const word of plainText(said).split(/[\s,;:()]+/)) {
        const settlement = settlements.get(word);
        if (settlement) return { settlement, isNamed: true };
      }
      const equal = byNet.get(payment.amountCents) ?? [];
      if (equal.length === 0) return null;
      const glued = lettersAndDigits(said);
      const named = equal.find((one) => holds(glued, one.settlementId));
      if (named) return { settlement: named, isNamed: true };
      const [only, second] = equal.filter((one) => !settled.has(keyOf(payment, one)));
      const isClear = only !== undefined && second === undefined && isProvider(payment);
      return isClear ? { settlement: only, isNamed: false } : null;
    },
    settle: (payment, settlement) => void settled.add(keyOf(payment, settlement)),
    isSettled: (payment, settlement) => settled.has(keyOf(payment, settlement)),
  };
}

function holds(glued: string, settlementId: string): boolean {
  const id = lettersAndDigits(settlementId);
  return id.length >= SHORTEST_ID && glued.includes(id);
}

const isProvider = ({ counterpartyName, text }: Payment): boolean =>
  [...nameWords(counterpartyName), ...nameWords(text)].some((word) => PROVIDER_WORD.has(word));
