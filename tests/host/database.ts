import { afterAll, beforeAll } from 'vitest';
import { newId, openStore, type Store } from '../../core/store/index.ts';
import { startThrowawayMongo } from '../../core/store/embedded-mongo/start-throwaway-mongo.ts';

/** A real database for one test file: on the server of MONGODB_URI when that is set, else its own. */
export function useStore(): () => Store {
  let store: Store | null = null;
  let stopServer: () => Promise<void> = async () => undefined;

  beforeAll(async () => {
    store = await openStore(await ownDatabase());
  });
  afterAll(async () => {
    await store?.connection.dropDatabase();
    await store?.close();
    await stopServer();
  });

  async function ownDatabase(): Promise<string> {
    const name = `test-${newId().toHexString()}`;
    const given = process.env['MONGODB_URI'];
    if (given) {
      const uri = new URL(given);
      uri.pathname = `/${name}`;
      return uri.href;
    }
    const mongo = await startThrowawayMongo();
    stopServer = () => mongo.stop();
    return mongo.uriOf(name);
  }

  return () => {
    if (!store) throw new Error('the store opens before the first test');
    return store;
  };
}
