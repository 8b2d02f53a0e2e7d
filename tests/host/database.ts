import { afterAll, beforeAll } from 'vitest';
import { openStore, type Store } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';

/** A store on the database of this test file; it opens before the first test. */
export function useStore(): (() => Store) & { readonly uri: string } {
  const database = testDatabase();
  let store: Store | null = null;

  beforeAll(async () => {
    store = await openStore(database.uri);
  });
  afterAll(() => store?.close());

  const opened = () => {
    if (!store) throw new Error('the store opens before the first test');
    return store;
  };
  return Object.assign(opened, { uri: database.uri });
}
