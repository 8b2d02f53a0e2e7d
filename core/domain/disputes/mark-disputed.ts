import type { Clock } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope, Store } from '../../store/index.ts';
import { invoices } from '../invoices/index.ts';

export type Marking = {
  readonly ids: readonly Id[];
  /** Null frees the invoices. */
  readonly disputedAt: Date | null;
  readonly status: 'disputed' | 'dispute-settled';
  readonly by: string;
  readonly reason: string | null;
};

/** Marks invoices as disputed or frees them, with a line in their history. */
export const createMarkDisputed =
  ({ store, clock }: { readonly store: Store; readonly clock: Clock }) =>
  async (scope: Scope, session: ClientSession, marking: Marking): Promise<void> => {
    const { ids, disputedAt, ...told } = marking;
    const at = clock.now();
    const update = { $set: { disputedAt, updatedAt: at }, $push: { history: { at, ...told } } };
    await store
      .table(invoices)
      .in(scope)
      .updateMany({ _id: { $in: [...ids] } }, update as never, { session });
  };
