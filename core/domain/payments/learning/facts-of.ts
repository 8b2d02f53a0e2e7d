import type { MatchFact } from '@inning/sdk';
import type { Scope, Store } from '../../../store/index.ts';
import type { Administration } from '../../administrations/index.ts';
import { type PaymentFact, paymentFacts } from './payment-fact.model.ts';

type Place = { readonly scope: Scope; readonly administration: Administration };

/** What is known of these accounts, and everything that texts mean. */
export async function factsOf(
  store: Store,
  { scope, administration }: Place,
  accounts: readonly string[],
): Promise<MatchFact[]> {
  const found = await store
    .table(paymentFacts)
    .in(scope)
    .find({
      administrationId: administration._id,
      forgottenAt: null,
      $or: [{ kind: 'account', account: { $in: [...accounts] } }, { kind: 'text' }],
    });
  return found.map(factOf);
}

const factOf = (fact: PaymentFact): MatchFact => {
  const debtorId = fact.debtorId.toHexString();
  return fact.kind === 'account'
    ? { kind: 'account', account: fact.account ?? '', name: fact.name ?? '', debtorId }
    : { kind: 'text', text: fact.text ?? '', debtorId };
};
