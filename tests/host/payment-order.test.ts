import { readFileSync } from 'node:fs';
import { cents, type ClaimPart } from '@inning/sdk';
import { expect, it } from 'vitest';
import { splitPayment } from '../../core/domain/ledger/split-payment.ts';
import { netherlands } from '../../plugins/country-nl/netherlands.ts';
import { describeWithShared, sharedDir } from '../kit/shared.ts';

type Amounts = Partial<Record<ClaimPart, string>>;

const PARTS: readonly ClaimPart[] = ['costs', 'interest', 'principal'];
const inCents = (euros = '0') => cents(Math.round(Number(euros) * 100));
const fromShared = (path: string) => JSON.parse(readFileSync(sharedDir() + path, 'utf8'));

/** What goes to each part, what is left open of it, and what was paid too much. */
function split(payment: string, open: Amounts) {
  const owed = { costs: inCents(open.costs), interest: inCents(open.interest) };
  const claim = { invoiceId: 'i', ...owed, principal: inCents(open.principal) };
  const owedCents = PARTS.reduce((sum, part) => sum + claim[part], 0);
  const excessCents = Math.max(0, inCents(payment) - owedCents);
  const credits =
    owedCents === 0
      ? []
      : splitPayment(cents(inCents(payment) - excessCents), claim, netherlands.paymentOrder.parts);
  const to = (part: ClaimPart) => credits.find((credit) => credit.part === part)?.amountCents ?? 0;
  return { excessCents, to, left: (part: ClaimPart) => claim[part] - to(part) };
}

describeWithShared('a payment by law', 'law/interest-vectors.json', () => {
  type Vector = { id: string; payment: string; before?: Amounts; to: Amounts; after?: Amounts };
  const { imputation_6_44: vectors } = fromShared('law/interest-vectors.json') as {
    imputation_6_44: Vector[];
  };

  it.each(vectors.map((one) => [one.id, one] as const))('%s', (_id, { payment, ...vector }) => {
    // A payment that the debtor meant for several claims goes through them in the order given.
    const claims = vector.before
      ? [{ before: vector.before, to: vector.to }]
      : Object.values(vector.to as Record<string, Amounts>).map((to) => ({ before: to, to }));
    let left = inCents(payment);
    for (const { before, to } of claims) {
      const result = split(String(left / 100), before);
      for (const part of PARTS) {
        expect([part, result.to(part)]).toEqual([part, inCents(to[part])]);
        if (vector.after) expect(result.left(part)).toBe(inCents(vector.after[part]));
      }
      left = cents(result.excessCents);
    }
    expect(left).toBe(0);
  });
});

describeWithShared('a payment, split by another program', 'corpora/law/cases.open.json', () => {
  type Case = { test: string; kwargs: Record<string, string>; expected: Record<string, string> };
  const { distribution_6_44: cases } = fromShared('corpora/law/cases.open.json') as {
    distribution_6_44: Case[];
  };

  it.each(cases.map((one) => [one.test, one] as const))('%s', (_test, { kwargs, expected }) => {
    const open = Object.fromEntries(
      PARTS.flatMap((part) => {
        const amount = kwargs[`outstanding_${part}`];
        return amount === undefined ? [] : [[part, amount]];
      }),
    );
    const result = split(kwargs['payment_amount'] ?? '', open);
    for (const [name, amount] of Object.entries(expected)) {
      const part = PARTS.find((one) => name.endsWith(one));
      const value = !part
        ? result.excessCents
        : name.startsWith('to_')
          ? result.to(part)
          : result.left(part);
      expect([name, value]).toEqual([name, inCents(amount)]);
    }
  });
});
