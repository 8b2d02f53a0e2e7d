import type { BankLines, BankStatement, ReadStatement } from '../ports/bank-statement-port.ts';
import {
  keyOf,
  type LineDraft,
  type LineKey,
  type References,
  type StatementFacts,
} from './line-references.ts';
import { packLines } from './pack-lines.ts';

/** Gathers the lines of one statement, of which there may be very many, and names them at the end. */
export function gatherLines(references: References) {
  const pack = packLines();
  const keys: LineKey[] = [];
  return {
    add(draft: LineDraft): void {
      const key = keyOf(draft);
      const { ownReference: _own, partIds: _ids, ...line } = draft;
      keys.push(key);
      pack.add({ ...line, bankReference: key.text });
    },
    finish(facts: StatementFacts): { readonly lines: BankLines; readonly isRepeat: boolean } {
      const { counted, isRepeat } = references.assign(facts, keys.splice(0));
      return { lines: pack.lines(counted), isRepeat };
    },
  };
}

/** With its lines all in memory, for one that is known to be small. */
export const wholeStatement = (statement: ReadStatement): BankStatement => ({
  ...statement,
  lines: [...statement.lines],
});
