import { type Cents, cents } from '@inning/sdk';
import type { TrustLine } from './trust-line.model.ts';

/** What of a received line is on no invoice yet and was not paid back. */
export const openCentsOf = (
  line: Pick<TrustLine, 'amountCents' | 'allocatedCents' | 'refundedCents' | 'state'>,
): Cents =>
  line.amountCents <= 0 || line.state === 'returned'
    ? cents(0)
    : cents(line.amountCents - line.allocatedCents - line.refundedCents);
