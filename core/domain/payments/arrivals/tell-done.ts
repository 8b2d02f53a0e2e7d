import type { Scope } from '../../../store/index.ts';
import { findAdministration } from '../../administrations/index.ts';
import { type BankStatementRow, bankStatements } from '../statements/bank-statement.model.ts';
import { type StoreDeps, tellReceived } from '../statements/store-statement.ts';

/** Tells once that a large statement is in and matched, whoever brought it to its end. */
export function createTellDone(deps: StoreDeps) {
  const { store, clock } = deps;
  return async (scope: Scope, { _id, account, administrationId }: BankStatementRow) => {
    const administration = await findAdministration(store, scope, { id: administrationId });
    await store.transaction(async (session) => {
      const done = await store
        .table(bankStatements)
        .in(scope)
        .change(
          { _id, 'arrival.stage': 'matching' } as never,
          { $set: { 'arrival.stage': 'done', 'arrival.doneAt': clock.now() } } as never,
          { session },
        );
      if (!done?.arrival) return;
      const { coveredOn, newCount } = done.arrival;
      const told = { administration, account, coveredOn: coveredOn ?? null, newCount };
      await tellReceived(deps, { scope, session }, told);
    });
  };
}
