import { readAnchor } from '@inning/sdk';

type Change = Readonly<Partial<ReturnType<typeof readAnchor>>>;

/** An anchor with something changed, in the shape its schema asks for. */
export function reanchored(value: unknown, change: Change): Record<string, unknown> {
  const next = { ...readAnchor(value), ...change };
  const { from, step, days, unit } = next;
  return {
    from,
    ...(from === 'step' ? { step: step ?? '' } : {}),
    // Minus zero is a side without a number; JSON would lose it in any case.
    days: days === 0 ? 0 : days,
    ...(unit === 'working-days' ? { unit } : {}),
  };
}
