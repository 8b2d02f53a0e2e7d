import type { ClientSession } from 'mongoose';
import type { EventPublisher } from '../../../events/index.ts';
import type { Id, Scope, Store } from '../../../store/index.ts';
import { placeOf } from '../../routing/index.ts';
import { type Debtor, debtors } from '../debtor.model.ts';
import { type Behaviour, classifyBehaviour } from './classify-behaviour.ts';

/** By debtor id: the days from invoice date to payment of each paid invoice. */
export type PaidTerms = (scope: Scope, debtorIds: readonly Id[]) => Promise<Map<string, number[]>>;
export type RefreshBehaviour = (scope: Scope, debtorIds: readonly Id[]) => Promise<number>;

const BATCH = 500;
type Known = Pick<Debtor, '_id' | 'agencyId' | 'creditorId' | 'administrationId' | 'behaviour'>;

/**
 * Computes payment behaviour again after invoices were paid or reopened, and announces
 * `debtor.changed` where it came out differently. Returns how many did. Doing it again does no harm.
 */
export function createRefreshBehaviour(deps: {
  readonly store: Store;
  readonly events: EventPublisher;
  readonly paidTerms: PaidTerms;
}): RefreshBehaviour {
  const { store, events, paidTerms } = deps;

  async function refreshBatch(scope: Scope, debtorIds: readonly Id[]): Promise<number> {
    const terms = await paidTerms(scope, debtorIds);
    const found: Known[] = await store
      .table(debtors)
      .in(scope)
      .find(
        { _id: { $in: [...debtorIds] } },
        { fields: ['agencyId', 'creditorId', 'administrationId', 'behaviour'] },
      );
    const changed = found.flatMap((debtor) => {
      const behaviour = classifyBehaviour(terms.get(debtor._id.toHexString()) ?? []);
      return isSame(debtor.behaviour as Behaviour, behaviour) ? [] : [{ debtor, behaviour }];
    });
    if (changed.length === 0) return 0;
    await store.transaction((session) => write(scope, session, changed));
    return changed.length;
  }

  async function write(
    scope: Scope,
    session: ClientSession,
    changed: readonly { debtor: Known; behaviour: Behaviour }[],
  ): Promise<void> {
    await store
      .table(debtors)
      .in(scope)
      .bulk(
        changed.map(({ debtor, behaviour }) => ({
          filter: { _id: debtor._id },
          update: { $set: { behaviour } },
        })) as never,
        { session },
      );
    await events.publish(
      session,
      ...changed.map(({ debtor }) => ({
        name: 'debtor.changed' as const,
        place: placeOf(debtor),
        data: { debtorId: debtor._id.toHexString() },
      })),
    );
  }

  return async (scope, debtorIds) => {
    let changed = 0;
    for (let from = 0; from < debtorIds.length; from += BATCH) {
      changed += await refreshBatch(scope, debtorIds.slice(from, from + BATCH));
    }
    return changed;
  };
}

const isSame = (a: Behaviour | null | undefined, b: Behaviour): boolean =>
  a?.class === b.class &&
  (a.averageTermDays ?? null) === b.averageTermDays &&
  (a.variationDays ?? null) === b.variationDays &&
  a.paidCount === b.paidCount;
