import { type CostState, invariant } from '@inning/sdk';
import { type Id, type Scope } from '../../../store/index.ts';
import { todayOf } from '../../administrations/index.ts';
import { type Invoice, invoices } from '../invoice.model.ts';
import { InvoiceNotFoundError } from '../invoices.errors.ts';
import type { ReceivingDeps } from '../receive/receive-invoices.ts';
import { changeCostState } from './change-cost-state.ts';

/**
 * Changes the state of collection costs by hand; who and why stand in the history. Throws
 * `CostsNotAnnouncedError`, `CostStateUnchangedError` and `InvoiceNotFoundError`.
 */
export async function setCostState(
  deps: Pick<ReceivingDeps, 'store' | 'clock'>,
  scope: Scope,
  change: { invoiceId: Id; to: CostState; reason: string; by: string },
): Promise<Invoice> {
  return deps.store.transaction(async (session) => {
    const table = deps.store.table(invoices).in(scope);
    const invoice = await table.byId(change.invoiceId, { session });
    if (!invoice) throw new InvoiceNotFoundError(change.invoiceId.toHexString());
    const today = await todayOf(deps, invoice.administrationId);
    const { fields, status } = changeCostState(invoice, change.to, today);
    const at = deps.clock.now();
    const line = { at, status, by: change.by, reason: change.reason };
    const changed = await table.change(
      { _id: invoice._id },
      { $set: { ...fields, updatedAt: at }, $push: { history: line } } as never,
      { session },
    );
    invariant(changed, 'an invoice that was found can be changed');
    return changed;
  });
}
