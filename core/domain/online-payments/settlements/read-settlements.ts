import type { Settlement } from '@inning/sdk';
import type { AdministrationKey, Scope } from '../../../store/index.ts';
import type { createFollowPayment } from '../paying/follow-payment.ts';
import { onlinePayments } from '../online-payment.model.ts';
import type { OnlinePaymentsDeps, Provider } from '../online-payments.deps.ts';
import { providerSettlements } from './provider-settlement.model.ts';

export type ReadSettlementsDeps = OnlinePaymentsDeps & {
  readonly follow: ReturnType<typeof createFollowPayment>;
};
type Place = AdministrationKey;
type Reading = { readonly place: Place; readonly from: string };
type Page = { readonly settlements: readonly Settlement[]; readonly next: string | null };

/** A cursor that leads in a circle ends here. */
const MOST_PAGES = 50;

/** Keeps what a provider paid out since a day, each payout once. */
export function createReadSettlements(deps: ReadSettlementsDeps) {
  const { store, clock } = deps;

  async function keep(scope: Scope, place: Place, told: Settlement & { provider: Provider }) {
    const { pluginId } = told.provider;
    const { settlementId, reference, settledOn, amountCents, currency } = told;
    const table = store.table(providerSettlements).in(scope);
    const isKnown = await table.count({
      administrationId: place.administrationId,
      pluginId,
      settlementId,
    });
    if (isKnown > 0) return;
    await followTakenBack(scope, place, told);
    const lines = told.lines.map((line) => ({ ...line }));
    const about = { settlementId, reference, settledOn, amountCents, currency, lines };
    await table.insert({ ...place, pluginId, ...about, readAt: clock.now() } as never);
  }

  /** What the payer's bank took back came off the payout: what that payment paid is open again. */
  async function followTakenBack(
    scope: Scope,
    { administrationId }: Place,
    { lines, provider: { pluginId } }: Settlement & { provider: Provider },
  ): Promise<void> {
    const ids = lines.flatMap(({ kind, providerId }) =>
      kind === 'chargeback' && providerId !== null ? [providerId] : [],
    );
    const rows = await store
      .table(onlinePayments)
      .in(scope)
      .find({ administrationId, pluginId, providerId: { $in: ids } }, { fields: ['_id'] });
    for (const { _id } of rows) await deps.follow(scope, _id);
  }

  return async (scope: Scope, { place, from }: Reading, provider: Provider): Promise<void> => {
    let cursor: string | null = null;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer: Page = await provider.port.settlements({ from, cursor });
      for (const one of answer.settlements) await keep(scope, place, { ...one, provider });
      if (answer.next === null || answer.next === cursor) return;
      cursor = answer.next;
    }
  };
}
