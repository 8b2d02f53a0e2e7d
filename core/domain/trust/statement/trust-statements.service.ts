import type { Locale } from '@inning/sdk';
import type { Id, Scope } from '../../../store/index.ts';
import { todayOf } from '../../administrations/index.ts';
import { findPage, type PageRequest } from '../../routing/index.ts';
import { findTrustAccount } from '../accounts/find-trust-account.ts';
import {
  type RemittedPayment,
  type TrustRemittance,
  trustRemittances,
} from '../remittances/trust-remittance.model.ts';
import type { TrustDeps } from '../trust.deps.ts';
import { TrustRemittanceNotFoundError } from '../trust.errors.ts';
import { createReadStatement, type StatementAsked } from './read-statement.ts';
import { specifyPeriod, specifyRemittance } from './specify.ts';
import { writeMt940 } from './write-mt940.ts';
import { writeStatementCsv } from './write-statement-csv.ts';

export type TrustStatementService = ReturnType<typeof createTrustStatementService>;
type ForCreditor = { readonly remittance: TrustRemittance; readonly payment: RemittedPayment };

/** What a creditor sees of the trust account: its own statement, and what a remittance was made of. */
export function createTrustStatementService(deps: TrustDeps) {
  const { store } = deps;
  const reading = createReadStatement(deps);

  const withToday = async (scope: Scope, asked: StatementAsked) => {
    const first = await reading.head(scope, { ...asked, today: asked.until });
    const today = await todayOf(deps, first.account.homeAdministrationId);
    return reading.head(scope, { ...asked, today });
  };

  const paymentTo = (remittance: TrustRemittance, creditorId: Id): ForCreditor[] =>
    remittance.payments
      .filter((one) => one.creditorId.equals(creditorId))
      .map((payment) => ({ remittance, payment }));

  return {
    async read(scope: Scope, asked: StatementAsked & { readonly page: PageRequest }) {
      const head = await withToday(scope, asked);
      return { head, page: await reading.page(scope, head.account, asked) };
    },
    async csv(scope: Scope, asked: StatementAsked, locale: Locale): Promise<string> {
      const head = await withToday(scope, asked);
      return writeStatementCsv(await reading.all(scope, head.account, asked), locale);
    },
    /** The invoices that were paid in a period. */
    async mt940(scope: Scope, asked: StatementAsked): Promise<string> {
      const { account } = await withToday(scope, asked);
      const movements = await reading.all(scope, account, asked);
      const { from, until } = asked;
      return writeMt940(specifyPeriod(movements, { account, from, until }));
    },
    /** The invoices in a remittance. Throws `TrustRemittanceNotFoundError`. */
    async remittanceMt940(
      scope: Scope,
      of: { readonly creditorId: Id; readonly trustRemittanceId: Id },
    ): Promise<string> {
      const id = of.trustRemittanceId;
      const remittance = await store.table(trustRemittances).in(scope).byId(id);
      const [its] = remittance ? paymentTo(remittance, of.creditorId) : [];
      if (!its) throw new TrustRemittanceNotFoundError(id.toHexString());
      const account = await findTrustAccount(store, scope, { id: its.remittance.trustAccountId });
      return writeMt940(specifyRemittance(its.remittance, its.payment, account));
    },
    /** Remittances to one creditor that were approved, each with this creditor's part alone. */
    async remittances(scope: Scope, creditorId: Id, page: PageRequest) {
      const found = await findPage(
        store.table(trustRemittances).in(scope),
        { state: { $in: ['approved', 'done'] }, 'payments.creditorId': creditorId } as never,
        { order: { number: -1 }, page },
      );
      return { ...found, items: found.items.flatMap((one) => paymentTo(one, creditorId)) };
    },
  };
}
