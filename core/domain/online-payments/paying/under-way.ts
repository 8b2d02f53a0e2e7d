import type { Id, Scope, Store } from '../../../store/index.ts';
import { onlinePayments } from '../online-payment.model.ts';

/** The bank is at it: reminders wait until it is paid or failed. */
const UNDER_WAY = {
  // Null: it is not followed any more, so nobody will hear of it.
  lookAgainAt: { $ne: null },
  $or: [{ state: 'pending' as const }, { kind: 'collection' as const, state: 'open' as const }],
};

/** Of which debtors money is on its way through a payment provider, in hexadecimal. */
export const createUnderWayReader =
  (store: Store) =>
  async (scope: Scope, debtorIds: readonly Id[]): Promise<readonly string[]> => {
    const rows = await store
      .table(onlinePayments)
      .in(scope)
      .find({ debtorId: { $in: [...debtorIds] }, ...UNDER_WAY }, { fields: ['debtorId'] });
    return rows.map((row) => row.debtorId.toHexString());
  };
