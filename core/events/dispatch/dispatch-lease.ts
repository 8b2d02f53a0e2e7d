import { type Clock, invariant } from '@inning/sdk';
import { isDuplicateKey, newId, type Store, systemScope } from '../../store/index.ts';
import { dispatchLeases } from './dispatch-lease.model.ts';

const NAME = 'outbox';
const LEASE_MS = 6_000;
const RENEW_MS = 2_000;

export type Lease = {
  /** Runs the work while this process holds the lease; false when another process has it. */
  whileHeld(work: () => Promise<void>): Promise<boolean>;
};

/** A lease outlives a crash by six seconds at most; a holder that works on renews it. */
export function createDispatchLease(deps: { store: Store; leaseClock: Clock }): Lease {
  const leases = deps.store.table(dispatchLeases).in(systemScope('one dispatcher at a time'));
  const holder = newId().toHexString();
  const end = () => new Date(deps.leaseClock.now().getTime() + LEASE_MS);

  async function take(): Promise<boolean> {
    const isFree = { $or: [{ holder }, { until: { $lte: deps.leaseClock.now() } }] };
    try {
      await leases.upsert(
        { name: NAME, ...isFree } as never,
        { $set: { holder, until: end() } } as never,
      );
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  return {
    async whileHeld(work) {
      if (!(await take())) return false;
      const renewal = setInterval(() => {
        leases
          .updateOne({ name: NAME, holder }, { $set: { until: end() } })
          // A renewal that fails lets the lease lapse; another worker then takes over.
          .catch(() => undefined);
      }, RENEW_MS);
      try {
        await work();
      } finally {
        clearInterval(renewal);
        await leases.updateOne({ name: NAME, holder }, { $set: { until: deps.leaseClock.now() } });
      }
      return true;
    },
  };
}

invariant(RENEW_MS * 2 < LEASE_MS, 'a lease survives one renewal that fails');
