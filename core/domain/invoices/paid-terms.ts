import { daysBetween } from '@inning/sdk';
import type { Id, Scope, Store } from '../../store/index.ts';
import { invoices } from './invoice.model.ts';

/** By debtor: the days from invoice date to payment of every invoice that was paid. */
export async function paidTerms(
  store: Store,
  scope: Scope,
  debtorIds: readonly Id[],
): Promise<Map<string, number[]>> {
  const paid = await store
    .table(invoices)
    .in(scope)
    .find(
      { debtorId: { $in: [...debtorIds] }, paidOn: { $gt: '' } },
      { fields: ['debtorId', 'invoicedOn', 'paidOn'] },
    );
  const terms = new Map<string, number[]>();
  for (const { debtorId, invoicedOn, paidOn } of paid) {
    if (!paidOn) continue;
    const id = debtorId.toHexString();
    terms.set(id, [...(terms.get(id) ?? []), daysBetween(invoicedOn, paidOn)]);
  }
  return terms;
}
