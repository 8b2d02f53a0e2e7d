import type { Id, Scope, Store } from '../../../store/index.ts';
import { debtors } from '../../debtors/index.ts';
import { invoices } from '../../invoices/index.ts';
import type { BankLineRow } from '../bank-line.model.ts';
import type { Matched } from '../matching/matched.ts';
import { type Payment, payments } from '../payment.model.ts';

/** What a screen needs beside the lines: names of what they were booked on or may be booked on. */
export type LineNames = {
  readonly invoices: ReadonlyMap<string, { readonly number: string; readonly openCents: number }>;
  readonly debtors: ReadonlyMap<string, string>;
  readonly paymentsOf: ReadonlyMap<string, readonly Payment[]>;
};

/** In three queries, however many lines. */
export async function describeLines(
  store: Store,
  scope: Scope,
  rows: readonly BankLineRow[],
): Promise<LineNames> {
  const paid = await store
    .table(payments)
    .in(scope)
    .find({ bankLineId: { $in: rows.map((row) => row._id) }, reversedAt: null });
  const proposed = rows.flatMap((row) =>
    ((row.match as Matched | null)?.proposals ?? []).flatMap((one) => one.allocations),
  );
  const invoiceIds: Id[] = [
    ...proposed.map((part) => part.invoiceId),
    ...paid.flatMap((payment) => payment.allocations.map((part) => part.invoiceId)),
  ];
  const found = await store
    .table(invoices)
    .in(scope)
    .find({ _id: { $in: invoiceIds } }, { fields: ['number', 'openCents'] });
  const owners = await store
    .table(debtors)
    .in(scope)
    .find(
      { _id: { $in: [...proposed, ...paid].map((one) => one.debtorId) } },
      { fields: ['name'] },
    );
  return {
    invoices: new Map(found.map((one) => [one._id.toHexString(), one])),
    debtors: new Map(owners.map((one) => [one._id.toHexString(), one.name])),
    paymentsOf: Map.groupBy(paid, (payment) => payment.bankLineId?.toHexString() ?? ''),
  };
}
