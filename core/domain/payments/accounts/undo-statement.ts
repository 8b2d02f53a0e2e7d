import type { Id, Scope, Store } from '../../../store/index.ts';
import { bankLines } from '../bank-line.model.ts';
import type { BankLineService } from '../lines/bank-lines.service.ts';
import { BankStatementNotFoundError } from '../payments.errors.ts';
import { bankStatements } from '../statements/bank-statement.model.ts';

/**
 * Undoes everything that went by itself with the lines of a statement, the latest first. What a person
 * decided stays. Returns how many lines wait for a person again.
 */
export async function undoStatement(
  { store, bankLines: lines }: { readonly store: Store; readonly bankLines: BankLineService },
  scope: Scope,
  undone: { readonly id: Id; readonly by: string; readonly reason: string },
): Promise<number> {
  const { id, by, reason } = undone;
  const statement = await store.table(bankStatements).in(scope).byId(id);
  if (!statement) throw new BankStatementNotFoundError(id.toHexString());
  const automatic = await store
    .table(bankLines)
    .in(scope)
    .find(
      {
        administrationId: statement.administrationId,
        statementId: id,
        state: 'matched',
        decidedBy: 'system',
      },
      { fields: ['_id'], sort: { bookedOn: -1, _id: -1 } },
    );
  let count = 0;
  for (const { _id } of automatic) {
    if (await lines.undoAutomatic(scope, _id, { by, reason })) count += 1;
  }
  return count;
}
