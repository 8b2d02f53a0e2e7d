import { addDays, cents, message, sumCents } from '@inning/sdk';
import type { Id, Scope } from '../../../store/index.ts';
import { dayAt } from '../../../time/index.ts';
import { findAdministration, keyOfAdministration } from '../../administrations/index.ts';
import { onlinePayments } from '../online-payment.model.ts';
import { type ProviderSettlement, providerSettlements } from './provider-settlement.model.ts';
import { createReadSettlements, type ReadSettlementsDeps } from './read-settlements.ts';

/** How far back is asked each time; a provider pays out at least once a month. */
const DAYS_BACK = 45;

/**
 * Reads what providers paid out, and explains the lines of the bank with it: every payment in it was
 * booked when it was made, so nothing is booked again. A payment that its bank took back is followed.
 * Done again, nothing changes. Answers how many lines were explained. Throws what the connector throws.
 */
export function createSettlements(deps: ReadSettlementsDeps) {
  const { store, clock } = deps;
  const readSettlements = createReadSettlements(deps);

  async function explain(scope: Scope, row: ProviderSettlement): Promise<boolean> {
    const { administrationId, reference, settledOn } = row;
    const bankLineId = await deps.bankLines.explain(scope, {
      administrationId,
      reference,
      settledOn,
      amountCents: cents(row.amountCents),
      because: becauseOf(row),
    });
    if (bankLineId === null) return false;
    const table = store.table(providerSettlements).in(scope);
    return table.updateOne({ _id: row._id }, { $set: { bankLineId } });
  }

  return {
    async explain(scope: Scope, administrationId: Id): Promise<number> {
      const administration = await findAdministration(store, scope, { id: administrationId });
      const place = keyOfAdministration(administration);
      const wasUsed = await store
        .table(onlinePayments)
        .in(scope)
        .count({ administrationId, paidCents: { $gt: 0 } });
      if (wasUsed === 0) return 0;
      const from = addDays(dayAt(clock.now(), administration.timeZone), -DAYS_BACK);
      for (const provider of await deps.providersFor(place)) {
        await readSettlements(scope, { place, from }, provider);
      }
      const waiting = await store
        .table(providerSettlements)
        .in(scope)
        .find({ administrationId, bankLineId: null, settledOn: { $gte: from } });
      let count = 0;
      for (const row of waiting) if (await explain(scope, row)) count += 1;
      return count;
    },

    /** The settlement that explains a line of the bank, or null. */
    of: (scope: Scope, bankLineId: Id): Promise<ProviderSettlement | null> =>
      store.table(providerSettlements).in(scope).findOne({ bankLineId }),
  };
}

function becauseOf({ reference, amountCents, lines }: ProviderSettlement) {
  const paid = lines.filter((line) => line.kind === 'payment');
  const paidCents = sumCents(paid.map((line) => cents(line.amountCents)));
  const keptCents = cents(paidCents - amountCents);
  return message('online-payments.settled', { reference, paidCents, keptCents });
}
