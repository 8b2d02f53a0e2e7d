import type { BankLine } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { AdministrationKey, Id, Scope, Store } from '../../../store/index.ts';
import { bankLines } from '../bank-line.model.ts';
import { bankLineRow } from './bank-line-row.ts';
import { findOtherFormats, passOverSame } from './other-formats.ts';

export type LinesOf = {
  readonly place: AdministrationKey;
  readonly account: string;
  readonly format: string | null;
  readonly statementId: Id;
  readonly at: Date;
  /** Whether files of other formats brought something on the days of the statement. */
  readonly hasOthers: boolean;
};
export type At = { readonly scope: Scope; readonly session: ClientSession };

/**
 * Writes those of some lines that are not there yet, in the caller's transaction: known by their reference,
 * or the same booking in another format. Returns how many were new.
 */
export function createStoreLines({ store }: { readonly store: Store }) {
  return async (at: At, of: LinesOf, lines: readonly BankLine[]): Promise<number> => {
    const table = store.table(bankLines).in(at.scope);
    const unknown = await unknownLines(at, of, lines);
    const fresh = await passOver(at, of, unknown);
    await table.insertRaw(
      fresh.map((line) => bankLineRow(of.place, line, of)),
      { session: at.session },
    );
    return fresh.length;
  };

  /** Those whose reference was not delivered before, nor earlier among these. */
  async function unknownLines(
    { scope, session }: At,
    { place, account }: LinesOf,
    lines: readonly BankLine[],
  ): Promise<BankLine[]> {
    const { administrationId } = place;
    const bankReference = { $in: lines.map((line) => line.bankReference) };
    const known = await store
      .table(bankLines)
      .in(scope)
      .find({ administrationId, account, bankReference }, { session, fields: ['bankReference'] });
    const seen = new Set(known.map((one) => one.bankReference));
    return lines.filter((line) => {
      const isNew = !seen.has(line.bankReference);
      seen.add(line.bankReference);
      return isNew;
    });
  }

  async function passOver(at: At, of: LinesOf, lines: readonly BankLine[]) {
    const others = of.hasOthers ? await findOtherFormats(store, at, { ...of, lines }) : null;
    if (others === null) return lines;
    const { fresh, changes } = passOverSame(others, lines);
    if (changes.length > 0) {
      await store.table(bankLines).in(at.scope).bulk(changes, { session: at.session });
    }
    return fresh;
  }
}
