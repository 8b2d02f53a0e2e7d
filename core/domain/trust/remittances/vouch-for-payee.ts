import type { Id, Scope } from '../../../store/index.ts';
import { CreditorNotFoundError, creditors } from '../../creditors/index.ts';
import { plainIban } from '../../payments/index.ts';
import { trustTerms } from '../accounts/trust-terms.model.ts';
import type { TrustDeps } from '../trust.deps.ts';
import { TrustPayeeChangedError, TrustPayeeFourEyesError } from '../trust.errors.ts';
import { payeeOf } from './payee.ts';
import type { Person } from './propose-remittance.ts';

/**
 * Somebody says that an account is of the creditor. Throws `TrustPayeeChangedError` when it is another
 * by now, and `TrustPayeeFourEyesError` for who vouched, or changed it, before.
 */
export const createVouchForPayee =
  ({ store, clock }: TrustDeps) =>
  (scope: Scope, creditorId: Id, { iban, by }: { readonly iban: string; readonly by: Person }) =>
    store.transaction(async (session) => {
      const creditor = await store.table(creditors).in(scope).byId(creditorId, { session });
      if (!creditor) throw new CreditorNotFoundError(creditorId.toHexString());
      const payee = await payeeOf(store, { scope, session }, creditorId);
      if (payee.iban !== plainIban(iban)) throw new TrustPayeeChangedError(payee.creditorName);
      const { userId, name } = by;
      if (userId === null || payee.vouchedBy.some((one) => userId.equals(one.userId))) {
        throw new TrustPayeeFourEyesError(payee.creditorName);
      }
      const vouched = {
        iban: payee.iban,
        by: [...payee.vouchedBy, { userId, name, at: clock.now() }],
      };
      const filter = { agencyId: creditor.agencyId, creditorId };
      await store
        .table(trustTerms)
        .in(scope)
        .upsert(filter, { $set: { vouched } } as never, { session });
      return payeeOf(store, { scope, session }, creditorId);
    });
