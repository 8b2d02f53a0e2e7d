import type { ClientSession } from 'mongoose';
import type { Id, Scope, Store } from '../../../store/index.ts';
import { ledgerEntries } from '../../ledger/index.ts';
import type { ClaimEntry } from './law-of-claim.ts';

export type ReadEntries = (
  scope: Scope,
  invoiceIds: readonly Id[],
  session?: ClientSession,
) => Promise<LawEntries>;
type LawEntries = (invoiceId: string) => readonly ClaimEntry[];

const NOTHING: readonly ClaimEntry[] = [];
const FIELDS = [
  'invoiceId',
  'kind',
  'part',
  'amountCents',
  'bookedOn',
  'reversesId',
  'reason',
] as const;

/** What was booked on many invoices, in one query; none when nothing is asked. */
export const createEntryReader =
  (store: Store): ReadEntries =>
  async (scope, invoiceIds, session) => {
    if (invoiceIds.length === 0) return () => NOTHING;
    const rows = await store
      .table(ledgerEntries)
      .in(scope)
      .find(
        { invoiceId: { $in: [...invoiceIds] } },
        { fields: FIELDS, sort: { invoiceId: 1, at: 1 }, session },
      );
    const byInvoice = Map.groupBy(rows, (row) => row.invoiceId.toHexString());
    return (invoiceId) => byInvoice.get(invoiceId) ?? NOTHING;
  };
