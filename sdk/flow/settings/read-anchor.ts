/** A day to count from as it stands in a drawing: perhaps not finished yet. */
export type StepAnchor = {
  readonly from: string;
  readonly step: string | null;
  readonly days: number;
  readonly unit: 'days' | 'working-days';
};

export function readAnchor(value: unknown): StepAnchor {
  const { from, step, days, unit } = (value ?? {}) as Record<string, unknown>;
  return {
    from: String(from),
    step: typeof step === 'string' ? step : null,
    days: typeof days === 'number' ? days : 0,
    unit: unit === 'working-days' ? 'working-days' : 'days',
  };
}
