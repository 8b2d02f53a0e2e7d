import { Environment } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionVariables } from './cel-schema.ts';
import { CONDITION_LIMITS, conditionVariable, findConditionError } from './find-condition-error.ts';

const environment = new Environment({ limits: CONDITION_LIMITS }).registerVariable(
  conditionVariable(),
);

describe('what is wrong with a condition', () => {
  it.each([
    ['claim.opnCents > 1', 'no_such_key', 'opnCents'],
    ['claim.openCents > 1 && claim.debtor.kind == 3', 'no_such_overload', 'claim.debtor.kind == 3'],
    ['claim.openCents >', 'unexpected_token', ''],
    ['claim.openCents', 'not-yes-or-no', 'claim.openCents'],
    [
      'claim.invoices.all(i, claim.invoices.all(j, j.openCents > i.openCents))',
      'nested-loop',
      'claim.invoices.all(i, claim.invoices.all(j, j.openCents > i.openCents))',
    ],
  ])('is told with its place: %s', (expression, code, place) => {
    const error = findConditionError(environment, expression);

    expect(error?.code).toBe(code);
    expect(expression.slice(error?.from, error?.to)).toContain(place);
  });

  it('is nothing when it is right', () => {
    expect(findConditionError(environment, 'claim.openCents > 100')).toBeNull();
  });

  it('always stands within the text, whatever is typed', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'claim',
        '.',
        'openCents',
        ' > ',
        '1',
        '"',
        '(',
        ')',
        '&&',
        '[',
        '{',
        'é',
        '\n',
      ),
    );
    fc.assert(
      fc.property(pieces, (typed) => {
        const expression = typed.join('');
        const { from = 0, to = 0 } = findConditionError(environment, expression) ?? {};
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(expression.length);
      }),
    );
  });
});

describe('what a condition can name', () => {
  it('is everything a claim has, each with its type and what it is', () => {
    const byPath = new Map(conditionVariables().map((one) => [one.path, one]));

    expect(byPath.get('claim.openCents')).toMatchObject({
      type: 'int',
      description: 'Open in total, costs and interest included',
    });
    expect(byPath.get('claim.debtor')).toMatchObject({ isGroup: true });
    expect(byPath.get('claim.debtor.kind')?.type.split(' or ')).toContain('"consumer"');
    expect(byPath.get('claim.promisedOn')?.type).toBe('text or null');
    expect(byPath.get('invoice.daysOverdue')).toMatchObject({ type: 'int', isOfEach: true });
  });

  it('can be named in a condition', () => {
    for (const { path, isOfEach, isGroup } of conditionVariables()) {
      if (isGroup) continue;
      const named = isOfEach
        ? `claim.invoices.exists(invoice, ${path} == ${path})`
        : `${path} == ${path}`;
      expect(findConditionError(environment, named), path).toBeNull();
    }
  });
});
