import { describe, expect, it } from 'vitest';
import { aClaim } from '@inning/sdk/testing';
import { createClaimExpressions } from './claim-expressions.ts';

const expressions = createClaimExpressions();

describe('conditions over a claim', () => {
  it.each([
    ['claim.openCents > 10000', true],
    ['claim.debtor.kind == "business"', false],
    ['claim.debtor.email == null', false],
    ['claim.invoices.exists(i, i.daysOverdue > 30)', false],
    ['claim.oldestDueOn < "2026-06-01" && !claim.hasDispute', true],
  ])('%s is %s', (expression, expected) => {
    expect(expressions.check(expression)).toBeNull();
    expect(expressions.evaluate(expression, aClaim({ openCents: 12_500 }))).toBe(expected);
  });

  it.each([
    ['claim.opnCents > 1', 'opnCents'],
    ['claim.debtor.kind == 3', 'string == int'],
    ['claim.openCents', 'this is int'],
    ['claim.constructor.constructor("return 1")()', ''],
    ['claim.openCents >', ''],
    ['claim.invoices.all(i, claim.invoices.all(j, j.openCents > i.openCents))', 'inside another'],
  ])('refuses %s before it is saved', (expression, complaint) => {
    expect(expressions.check(expression)).toContain(complaint);
  });

  it('says which condition failed when the facts do not fit', () => {
    const claim = aClaim({});

    expect(() => expressions.evaluate('claim.debtor.mobile.size() > 3', claim)).toThrow(
      'The condition failed',
    );
  });
});
