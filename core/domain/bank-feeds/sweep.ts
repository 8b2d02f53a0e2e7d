import { addDays } from '@inning/sdk';
import { agencyScope, type Scope } from '../../store/index.ts';
import { bankConnections, feedAccounts } from './bank-connection.model.ts';
import type { BankFeedsDeps } from './bank-feeds.deps.ts';
import { consentEndsSoon } from './consent-tasks.ts';
import { createReadAccount } from './read-account.ts';

/** Of one round; the others are read in the next. */
const MOST = 20;
const WARN_DAYS = 14;

/** Reads what is due, and warns before consents end. Any number of processes may do so at once. */
export function createSweep(deps: BankFeedsDeps) {
  const { store, clock } = deps;
  const readAccount = createReadAccount(deps);

  async function readDue(scope: Scope): Promise<number> {
    const due = await store
      .table(feedAccounts)
      .in(scope)
      .find(
        { isOn: true, nextReadAt: { $lte: clock.now() } },
        { sort: { nextReadAt: 1 }, limit: MOST },
      );
    let count = 0;
    for (const row of due) {
      if (await readAccount(agencyScope(row.agencyId), row)) count += 1;
    }
    return count;
  }

  async function warn(scope: Scope): Promise<void> {
    const limit = addDays(clock.now().toISOString().slice(0, 10), WARN_DAYS);
    const ending = await store
      .table(bankConnections)
      .in(scope)
      .find({ state: 'active', consentUntil: { $ne: null, $lte: limit } } as never);
    for (const one of ending) await consentEndsSoon(deps, agencyScope(one.agencyId), one);
  }

  return async (scope: Scope): Promise<number> => {
    await warn(scope);
    return readDue(scope);
  };
}
