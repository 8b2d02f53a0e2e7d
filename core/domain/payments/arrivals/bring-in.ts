import { invariant } from '@inning/sdk';
import type { Scope } from '../../../store/index.ts';
import { findAdministration, keyOfAdministration } from '../../administrations/index.ts';
import { repeatOnDuplicate } from '../../writing/index.ts';
import { type BankStatementRow, bankStatements } from '../statements/bank-statement.model.ts';
import { hasOtherFormats } from '../statements/other-formats.ts';
import { createStoreLines, type LinesOf } from '../statements/store-lines.ts';
import type { StoreDeps } from '../statements/store-statement.ts';
import { type BankArrivalPart, bankArrivalParts } from './arrival-part.model.ts';
import { unpackPart } from './pack-part.ts';

/**
 * Brings in the lines of a statement that was accepted, a part in each transaction with the note that it
 * was done. Whoever goes on after a crash begins with the first part that is left; of two at once one
 * does each part. Returns false when it was to stop before the end.
 */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createBringIn(deps: StoreDeps) {
  const { store, clock } = deps;
  const storeLines = createStoreLines(deps);
  const parts = (scope: Scope) => store.table(bankArrivalParts).in(scope);
  const statements = (scope: Scope) => store.table(bankStatements).in(scope);

  async function bringPart(
    scope: Scope,
    { part, of }: { readonly part: BankArrivalPart; readonly of: LinesOf },
  ): Promise<void> {
    const lines = await unpackPart(part.packed);
    await repeatOnDuplicate(() =>
      store.transaction(async (session) => {
        const isOurs = await parts(scope).deleteMany({ _id: part._id }, { session });
        if (isOurs === 0) return;
        const newCount = await storeLines({ scope, session }, of, lines);
        const $inc = {
          newCount,
          'arrival.newCount': newCount,
          'arrival.storedCount': lines.length,
        };
        const change = { $inc, $set: { 'arrival.workedAt': clock.now() } };
        await statements(scope).updateOne({ _id: of.statementId }, change as never, { session });
      }),
    );
  }

  return async (
    scope: Scope,
    row: BankStatementRow,
    goesOn: () => Promise<boolean>,
  ): Promise<boolean> => {
    const { arrival, account } = row;
    invariant(arrival, 'a statement that is brought in was accepted');
    const administration = await findAdministration(store, scope, { id: row.administrationId });
    const place = keyOfAdministration(administration);
    const format = row.format ?? null;
    const days = arrival.days;
    const hasOthers = await hasOtherFormats(store, { scope }, { place, account, format, days });
    const of = { place, account, format, statementId: row._id, at: row.lastReceivedAt, hasOthers };
    for (;;) {
      const part = await parts(scope).findOne({ arrivalId: arrival.id }, { sort: { at: 1 } });
      if (!part) break;
      await bringPart(scope, { part, of });
      if (!(await goesOn())) return false;
    }
    await statements(scope).updateOne(
      { _id: row._id, 'arrival.id': arrival.id, 'arrival.stage': 'storing' } as never,
      { $set: { 'arrival.stage': 'matching', 'arrival.workedAt': clock.now() } } as never,
    );
    return true;
  };
}
