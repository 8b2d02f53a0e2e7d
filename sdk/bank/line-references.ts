import { createHash } from 'node:crypto';
import type { BankLine } from '../ports/bank-statement-port.ts';

/** A line of which the identity within its account must still be made. */
export type LineDraft = Omit<BankLine, 'bankReference'> & {
  /** The bank's own reference of the booking, when it has one that tells bookings apart. */
  readonly ownReference: string | null;
  /** What tells the transactions of one booking apart, when it was split. */
  readonly partIds?: readonly string[];
};
export type StatementFacts = { readonly account: string; readonly marks: readonly string[] };

/** What a line is called when no other line of the account is called so. */
export type LineKey = { readonly text: string; readonly isOwn: boolean };

/**
 * Gives every line a reference that is the same when the day is delivered again in another file, so
 * it is made of the line alone. Equal lines of one day are counted: the second gets `~2`.
 */
export function createReferences() {
  const countsByAccount = new Map<string, Map<string, number>>();
  /** By the digest of a statement, those of its references that are more than the key of the line. */
  const seenStatements = new Map<string, ReadonlyMap<number, string>>();

  return {
    /**
     * The references that are more than the key of their line, by its place in the statement. A
     * statement that is in the file twice gets the same references twice, and says so.
     */
    assign(facts: StatementFacts, keys: readonly LineKey[]) {
      const statement = digestOf(facts, keys);
      const seen = seenStatements.get(statement);
      if (seen) return { counted: seen, isRepeat: true };

      const inFile = countsByAccount.get(facts.account) ?? new Map<string, number>();
      countsByAccount.set(facts.account, inFile);
      const inStatement = new Map<string, number>();
      const counted = new Map<number, string>();
      for (const [at, { text, isOwn }] of keys.entries()) {
        // With a reference of the bank's own, an equal line in the next statement is the same
        // booking reported again; without one it is another payment of the same amount.
        const reference = numbered(text, isOwn ? inStatement : inFile);
        if (reference !== text) counted.set(at, reference);
      }
      seenStatements.set(statement, counted);
      return { counted, isRepeat: false };
    },
  };
}
export type References = ReturnType<typeof createReferences>;

export const keyOf = (draft: LineDraft): LineKey => ({
  // A copy: a text made of pieces of the file would keep those pieces in memory.
  text: Buffer.from(textOf(draft)).toString(),
  isOwn: draft.ownReference !== null,
});

function digestOf({ account, marks }: StatementFacts, keys: readonly LineKey[]): string {
  const hash = createHash('sha256').update([account, ...marks].join('\u001f'));
  for (const { text } of keys) hash.update(`\u001f${text}`);
  return hash.digest('hex').slice(0, 24);
}

function textOf(draft: LineDraft): string {
  const { ownReference, bookedOn, amountCents, currency, partIds = [] } = draft;
  const booking = [bookedOn, String(amountCents), currency];
  if (ownReference !== null && partIds.length === 0) {
    return `${ownReference}~${digest([ownReference, ...booking]).slice(0, 10)}`;
  }
  // White space is where banks wrap their lines, which may differ between two deliveries.
  const contents = [
    draft.valueOn,
    draft.counterpartyAccount,
    draft.counterpartyName,
    draft.structuredReference,
    draft.endToEndId,
    draft.description,
    draft.typeCode,
    ...partIds,
  ].map((part) => (part ?? '').replace(/\s/g, ''));
  const hash = digest([ownReference ?? '', ...booking, ...contents]);
  return ownReference === null ? `${bookedOn}~${hash}` : `${ownReference}~${hash}`;
}

function numbered(key: string, counts: Map<string, number>): string {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count === 1 ? key : `${key}~${count}`;
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u001f')).digest('hex').slice(0, 24);
}
