import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../app.ts';
import { systemClock } from '../clock.ts';
import { agencies } from '../domain/agencies/index.ts';
import { isDuplicateKey, systemScope } from '../store/index.ts';
import { demoSeeds } from './demo-seed.model.ts';
import type { Id } from '../store/index.ts';

const NAME = 'demo';
const LASTS_MS = 8_000;
const RENEW_MS = 2_000;
const POLL_MS = 400;

export type SeedClaim = {
  /** The agency that an earlier try, which was broken off, had begun to fill; null for the first try. */
  readonly brokenOff: Id | null;
  done(): Promise<void>;
  /** It went wrong: whoever tries next starts over at once. */
  letGo(): Promise<void>;
};

/**
 * Takes the task of filling this installation, so that of two processes only one does. Null when the
 * other one has finished meanwhile. Whoever dies half-way loses the task within eight seconds.
 */
export async function claimSeed(app: App, agencyId: Id): Promise<SeedClaim | null> {
  const scope = systemScope('the demo is made once for the whole installation');
  const rows = app.store.table(demoSeeds).in(scope);
  const until = () => new Date(systemClock.now().getTime() + LASTS_MS);

  async function take(): Promise<SeedClaim | null> {
    const before = await rows.byId(NAME as never);
    const mine = { agencyId, until: until() };
    if (!before) {
      await rows.insert({ _id: NAME, ...mine } as never);
      return held(null);
    }
    const isFree = { _id: NAME, agencyId: before.agencyId, until: { $lte: systemClock.now() } };
    const isMine = await rows.updateOne(isFree as never, { $set: mine });
    return isMine ? held(before.agencyId) : null;
  }

  function held(brokenOff: Id | null): SeedClaim {
    const renewal = setInterval(() => {
      // A renewal that fails lets the claim lapse; another process then starts over.
      rows
        .updateOne({ _id: NAME, agencyId } as never, { $set: { until: until() } })
        .catch(() => undefined);
    }, RENEW_MS);
    return {
      brokenOff,
      async done() {
        clearInterval(renewal);
        await rows.deleteMany({ _id: NAME } as never);
      },
      async letGo() {
        clearInterval(renewal);
        const set = { until: systemClock.now() };
        await rows.updateOne({ _id: NAME, agencyId } as never, { $set: set });
      },
    };
  }

  for (;;) {
    if ((await app.store.table(agencies).in(scope).count()) > 0) return null;
    const claim = await take().catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
      return null;
    });
    if (claim) return claim;
    await sleep(POLL_MS);
  }
}
