import { message } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { Listener } from '../../events/index.ts';
import { agencyScope, type Scope, systemScope } from '../../store/index.ts';
import { todayOf } from '../administrations/index.ts';
import { toId } from '../routing/index.ts';
import { trustAccounts } from './accounts/trust-account.model.ts';
import { trustAccountRoutes } from './accounts/trust-accounts.routes.ts';
import { createTrustAccountService } from './accounts/trust-accounts.service.ts';
import { createReverseAllocation } from './booking/reverse-allocation.ts';
import { createReceiveTrustStatements } from './lines/receive-statements.ts';
import { trustFileRoutes, type TrustFileRoutesDeps } from './lines/trust-statement-files.routes.ts';
import { trustLineRoutes } from './lines/trust-lines.routes.ts';
import { createTrustLineService } from './lines/trust-lines.service.ts';
import { compareBooks } from './reconciling/compare-books.ts';
import { createReconcile } from './reconciling/reconcile.ts';
import { trustRemittanceRoutes } from './remittances/trust-remittances.routes.ts';
import { createTrustRemittanceService } from './remittances/trust-remittances.service.ts';
import { trustStatementRoutes } from './statement/trust-statements.routes.ts';
import { createTrustStatementService } from './statement/trust-statements.service.ts';
import type { TrustDeps } from './trust.deps.ts';

export type Trust = ReturnType<typeof createTrust>;

/** Money of creditors on the account of an agency: received, allocated, remitted, accounted for. */
export function createTrust(deps: TrustDeps) {
  const reverseAllocation = createReverseAllocation(deps);
  const reconcile = createReconcile(deps);

  /** Whoever reverses a payment that came in here, by whatever way, takes it off this account too. */
  const onReversed: Listener = {
    id: 'trust-account',
    names: ['payment.reversed'],
    async handle(events) {
      const scope = systemScope('payments of everybody may have come in on a trust account');
      for (const { data, place } of events) {
        if (!('paymentId' in data)) continue;
        const on = await todayOf(deps, toId(place.administrationId));
        const because = message('trust.payment-reversed');
        const reversed = { paymentId: toId(data.paymentId), on, by: 'system', because };
        await deps.store.transaction((session) => reverseAllocation(scope, session, reversed));
      }
    },
  };

  return {
    trustAccounts: createTrustAccountService(deps),
    trustLines: createTrustLineService(deps),
    trustStatementFiles: createReceiveTrustStatements(deps),
    trustRemittances: createTrustRemittanceService(deps),
    trustStatements: createTrustStatementService(deps),
    listeners: [onReversed],

    /** Every night: the books against the bank and against themselves. Says what disagrees. */
    async check(scope: Scope): Promise<string[]> {
      const accounts = await deps.store.table(trustAccounts).in(scope).find();
      const problems: string[] = [];
      for (const account of accounts) {
        const own = agencyScope(account.agencyId);
        const open = await reconcile.again(own, account);
        problems.push(...open.map((day) => `${account.iban} does not close on ${day.on}`));
        const differing = await compareBooks(deps.store, own, account);
        problems.push(...differing.map((problem) => `${account.iban}: ${problem}`));
      }
      return problems;
    },
  };
}

/** What all of it answers over HTTP. */
export const trustRoutes =
  (trust: Trust, deps: Pick<TrustFileRoutesDeps, 'readersFor'>) =>
  async (app: FastifyInstance): Promise<void> => {
    await app.register(trustAccountRoutes(trust));
    await app.register(trustLineRoutes(trust));
    await app.register(trustFileRoutes({ ...trust, ...deps }));
    await app.register(trustRemittanceRoutes(trust));
    await app.register(trustStatementRoutes(trust));
  };
