import type { TriedPayment, TryQuestion } from '../api/trying.ts';

/** What a person chose to try. */
export type Chosen = {
  readonly kind: 'example' | 'debtor';
  readonly example: string;
  readonly debtorId: string | null;
  readonly administrationId: string | null;
  readonly version: number | 'draft';
  readonly days: number;
  readonly payments: readonly TriedPayment[];
  /** What is open, for the proposal of a payment. */
  readonly openCents: number;
};

/** The question to the server; null while nobody is chosen. */
export function questionOf(flowId: string, chosen: Chosen): TryQuestion | null {
  const { kind, example, debtorId, version, days, payments } = chosen;
  const what = { flowId, version, days, payments: payments.filter(({ day }) => day <= days) };
  if (kind === 'example') return { ...what, example };
  return debtorId === null ? null : { ...what, debtorId };
}
