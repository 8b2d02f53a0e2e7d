import type { CalendarDate } from '@inning/sdk';
import { type BulkChange, toId } from '../../../store/index.ts';
import type { Invoice } from '../../invoices/index.ts';

type Claimed = { readonly on: CalendarDate; readonly by: string; readonly at: Date };

/** Invoices whose announced costs are booked because they are owed by law: claimable, with who booked them. */
export const claimedByLaw = (
  invoiceIds: readonly string[],
  { on, by, at }: Claimed,
): BulkChange<Invoice>[] =>
  invoiceIds.map((id) => ({
    filter: { _id: toId(id), costState: 'announced' },
    update: {
      $set: { costState: 'claimable', claimableOn: on, updatedAt: at },
      $push: { history: { at, status: 'costs-claimable', by, reason: null } },
    } as never,
  }));
