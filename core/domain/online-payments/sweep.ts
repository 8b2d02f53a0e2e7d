import { DomainError } from '@inning/sdk';
import type { Id, Scope } from '../../store/index.ts';
import type { createCollect } from './mandates/collect.ts';
import type { createFollowPayment } from './paying/follow-payment.ts';
import type { createMandates } from './mandates/mandates.ts';
import { nextLook } from './next-look.ts';
import { onlinePayments } from './online-payment.model.ts';
import type { OnlinePaymentsDeps } from './online-payments.deps.ts';
import type { createRefunds } from './refunds/refunds.ts';

/** A page that was never handed out is given up after this long. */
const STARTING_MS = 3_600_000;
const MOST = 200;

type SweepDeps = OnlinePaymentsDeps & {
  readonly follow: ReturnType<typeof createFollowPayment>;
  readonly refunds: ReturnType<typeof createRefunds>;
  readonly collecting: ReturnType<typeof createCollect>;
  readonly mandates: ReturnType<typeof createMandates>;
};

/**
 * Asks about payments of which nobody told us anything: the webhook did not come, the payer closed the
 * page, or the process stopped halfway. Seldom for old ones. Sends refunds that were decided and not
 * sent, and ends mandates at the provider that were withdrawn here. Returns how many payments it looked at.
 */
export function createSweep({ store, clock, follow, refunds, collecting, mandates }: SweepDeps) {
  return async (scope: Scope): Promise<number> => {
    const table = store.table(onlinePayments).in(scope);
    const now = clock.now().getTime();
    await table.updateMany(
      { state: 'starting', startedAt: { $lt: new Date(now - STARTING_MS) } },
      { $set: { state: 'expired', samePage: null } },
    );
    const due = await table.find(
      { lookAgainAt: { $lte: new Date(now) } },
      { sort: { lookAgainAt: 1 }, limit: MOST, fields: ['startedAt'] },
    );
    for (const { _id, startedAt } of due) {
      // Moved on first: a provider that is away is not asked about the same one again and again.
      const lookAgainAt = nextLook(startedAt, clock.now());
      await table.updateOne({ _id }, { $set: { lookAgainAt } });
      await quietly(() => follow(scope, _id));
    }
    await sendDecided(scope);
    await collecting.sendAgain(scope);
    await mandates.endRest(scope);
    return due.length;
  };

  async function sendDecided(scope: Scope): Promise<void> {
    const rows = await store
      .table(onlinePayments)
      .in(scope)
      .find({ 'refunds.state': 'sending' } as never, { limit: MOST });
    for (const row of rows) {
      for (const { key, state } of row.refunds) {
        if (state === 'sending') await quietly(() => refunds.send(scope, row._id as Id, key));
      }
    }
  }
}

/** What a provider refuses or cannot answer now is asked again at the next look. */
async function quietly(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}
