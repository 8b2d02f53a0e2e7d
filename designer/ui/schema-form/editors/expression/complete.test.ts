import { describe, expect, it } from 'vitest';
import { createConditionCheck } from './condition-check.ts';
import { suggestionsAfter } from './complete.ts';

const labels = (text: string) => suggestionsAfter(text).map(({ label }) => label);

describe('what can be typed next in a condition', () => {
  it('begins with the claim, and goes on with what it has', () => {
    expect(labels('')).toEqual(['claim']);
    expect(labels('claim.openCents > 1 && cl')).toContain('claim');
    expect(labels('claim.')).toEqual(expect.arrayContaining(['openCents', 'debtor', 'invoices']));
    expect(labels('claim.debtor.beh')).toContain('behaviour');
    expect(labels('claim.debtor.')).not.toContain('openCents');
    expect(labels('nobody.')).toEqual([]);
  });

  it('tells the type and what it is', () => {
    const open = suggestionsAfter('claim.').find(({ label }) => label === 'openCents');

    expect(open).toMatchObject({
      type: 'int',
      description: 'Open in total, costs and interest included',
    });
  });

  it('knows the values of what is compared', () => {
    expect(labels('claim.debtor.kind == ')).toEqual(
      expect.arrayContaining(['"consumer"', '"business"']),
    );
    expect(labels('claim.hasDispute != tr')).toEqual(['true', 'false']);
    expect(labels('claim.openCents == ')).toEqual([]);
  });

  it('knows what each invoice has, under the name the loop gives it', () => {
    expect(labels('claim.invoices.')).toContain('exists');
    const within = 'claim.invoices.exists(one, one.';
    expect(labels(within)).toContain('daysOverdue');
    expect(labels('claim.invoices.exists(one, o')).toContain('one');
    expect(labels('claim.invoices.all(i, i.costState == ')).toContain('"announced"');
  });

  it('makes conditions that are right', () => {
    const check = createConditionCheck();

    for (const { insert, kind } of suggestionsAfter('claim.')) {
      if (kind !== 'variable') continue;
      expect(check(`claim.${insert} == claim.${insert}`), insert).toBeNull();
    }
    for (const { insert } of suggestionsAfter('claim.debtor.behaviour.class == ')) {
      expect(check(`claim.debtor.behaviour.class == ${insert}`)).toBeNull();
    }
  });
});
