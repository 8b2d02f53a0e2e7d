import { ANCHORS, AnchorSchema } from '@inning/sdk';
import fc from 'fast-check';
import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import { reanchored } from './reanchor.ts';

it('another kind of day takes its number along, and a step needs a name', () => {
  const before = { from: 'due-date', days: 14, unit: 'working-days' };

  expect(reanchored(before, { from: 'promise-date' })).toEqual({ ...before, from: 'promise-date' });
  const step = reanchored(before, { from: 'step' });
  expect(step).toEqual({ from: 'step', step: '', days: 14, unit: 'working-days' });
  expect(reanchored({ ...step, step: 'mail-1' }, { from: 'due-date', unit: 'days' })).toEqual({
    from: 'due-date',
    days: 14,
  });
});

it('whatever is chosen is an anchor that the schema takes', () => {
  const change = fc.record(
    {
      from: fc.constantFrom(...ANCHORS, 'step'),
      step: fc.constantFrom('mail-1', 'call'),
      days: fc.integer({ min: -365, max: 3650 }),
      unit: fc.constantFrom('days' as const, 'working-days' as const),
    },
    { requiredKeys: ['from', 'step'] },
  );
  fc.assert(
    fc.property(fc.array(change, { minLength: 1 }), (changes) => {
      const anchor = changes.reduce<unknown>(reanchored, { from: 'due-date', days: 14 });
      expect(Value.Check(AnchorSchema, anchor)).toBe(true);
      expect(Object.is((anchor as { days: number }).days, -0)).toBe(false);
    }),
  );
});
