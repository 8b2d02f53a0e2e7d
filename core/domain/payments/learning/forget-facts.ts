import { type Clock, DomainError } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope, Store } from '../../../store/index.ts';
import { administrationIdsIn } from '../../administrations/index.ts';
import { findPage, type PageRequest } from '../../routing/index.ts';
import { type PaymentFact, paymentFacts } from './payment-fact.model.ts';

export class PaymentFactNotFoundError extends DomainError {
  readonly code = 'PAYMENT_FACT_NOT_FOUND';
  readonly status = 404;

  constructor(factId: string) {
    super('There is no such learned fact.', { factId });
  }
}

type Deps = { readonly store: Store; readonly clock: Clock };
export type FactService = ReturnType<typeof createFactService>;

/** What was learned from payments, for people to see and to have forgotten. */
export function createFactService({ store, clock }: Deps) {
  const table = (scope: Scope) => store.table(paymentFacts).in(scope);
  return {
    async list(
      scope: Scope,
      query: { readonly administrationId?: Id; readonly page?: PageRequest } = {},
    ) {
      const ids = await administrationIdsIn(store, scope, query.administrationId);
      const filter = { administrationId: { $in: ids }, forgottenAt: null };
      return findPage(table(scope), filter, {
        order: { learnedAt: -1 } as never,
        page: query.page ?? {},
      });
    },

    /** The matcher no longer uses it, and does not learn it again by itself. */
    async forget(scope: Scope, id: Id, by: string): Promise<PaymentFact> {
      const $set = { forgottenAt: clock.now(), forgottenBy: by };
      const row = await table(scope).change({ _id: id }, { $set });
      if (!row) throw new PaymentFactNotFoundError(id.toHexString());
      return row;
    },
  };
}

/** A booking was undone: what it taught by itself is no longer so. */
export async function unlearn(
  store: Store,
  at: { readonly scope: Scope; readonly session: ClientSession },
  bankLineIds: readonly Id[],
): Promise<void> {
  await store
    .table(paymentFacts)
    .in(at.scope)
    .deleteMany({ bankLineId: { $in: [...bankLineIds] }, forgottenAt: null }, at);
}
