import type { Store } from '../../../core/store/index.ts';

type ClockRow = { readonly _id: string; readonly at: Date };

const rowsOf = (store: Store) => store.connection.collection<ClockRow>('virtual-clock');

/** The one clock of all processes of a run: a row that the test moves and the workers read. */
export async function readVirtualClock(store: Store): Promise<Date> {
  const row = await rowsOf(store).findOne({ _id: 'now' });
  if (!row) throw new Error('the test has not set the clock yet');
  return row.at;
}

export async function setVirtualClock(store: Store, at: Date): Promise<void> {
  await rowsOf(store).updateOne({ _id: 'now' }, { $set: { at } }, { upsert: true });
}
