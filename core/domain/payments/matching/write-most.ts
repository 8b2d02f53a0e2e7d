import { message } from '@inning/sdk';
import { PaymentExceedsClaimError } from '../../ledger/index.ts';
import type { BankLineRow } from '../bank-line.model.ts';
import type { Decided } from './decide-lines.ts';

export type Written = {
  readonly written: readonly Decided[];
  /** The line that asked more than an invoice still takes, when one did: nothing behind it was written. */
  readonly refused: BankLineRow | null;
  /** False when the rest must be decided anew. */
  readonly isComplete: boolean;
};
/** Writes all of some decisions or none. Answers false when one of the lines was decided meanwhile. */
type WriteAll = (decided: readonly Decided[]) => Promise<boolean>;

/**
 * Writes decisions up to the first that no longer fits: a line before it may have changed what is owed, such
 * as where costs end with the principal. One line never keeps the others from being booked.
 */
export async function writeMost(writeAll: WriteAll, decided: readonly Decided[]): Promise<Written> {
  const isWritten = await tryAll(writeAll, decided);
  if (isWritten === true) return { written: decided, refused: null, isComplete: true };
  if (isWritten === false) return { written: [], refused: null, isComplete: false };
  if (decided.length === 1) {
    return { written: [], refused: decided[0]?.row ?? null, isComplete: false };
  }
  const half = Math.ceil(decided.length / 2);
  const first = await writeMost(writeAll, decided.slice(0, half));
  if (!first.isComplete) return first;
  const second = await writeMost(writeAll, decided.slice(half));
  return { ...second, written: [...first.written, ...second.written] };
}

async function tryAll(
  writeAll: WriteAll,
  decided: readonly Decided[],
): Promise<boolean | 'exceeds'> {
  try {
    return await writeAll(decided);
  } catch (error) {
    if (error instanceof PaymentExceedsClaimError) return 'exceeds';
    throw error;
  }
}

/** What a matcher would book and the claim does not take, also not when nothing came before it. */
export const forAPerson = (decided: Decided): Decided =>
  decided.state === 'matched'
    ? {
        ...decided,
        state: 'plausible',
        because: message('payments.exceeds-claim'),
        allocations: [],
        teachesPayer: false,
      }
    : decided;
