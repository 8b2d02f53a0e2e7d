import type { PluginDefinition, PluginScope } from '@inning/sdk';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { movableClock } from '../../core/clock.ts';
import { createHost, type Host } from '../../core/host/index.ts';
import { createOutbound, type Outbound } from '../../core/outbound/index.ts';
import {
  type LoopbackServer,
  startLoopbackServer,
} from '../../core/outbound/testing/loopback-server.ts';
import { newId } from '../../core/store/index.ts';
import { prepareDatabase } from '../../core/tables.ts';
import { useStore } from './database.ts';
import { quiet, registriesOf } from './some-plugins.ts';

const agency: PluginScope = { agencyId: newId().toHexString(), administrationId: null };
const administration = { ...agency, administrationId: newId().toHexString() };
const url = 'https://api.example.com/letters';
type Choices = Partial<Parameters<typeof createHost>[0]>;

/** A host whose plugins reach one service on this machine, which answers with the headers that came. */
export function withOutside() {
  const store = useStore();
  const clock = movableClock(new Date('2026-03-02T08:00:00Z'));
  let server: LoopbackServer;
  let outbound: Outbound;
  beforeAll(async () => {
    await prepareDatabase(store());
    server = await startLoopbackServer(({ headers }) => ({ body: JSON.stringify(headers) }));
    const loopback = server.as('api.example.com', 'www.example.com');
    outbound = createOutbound({ log: quiet, loopback });
  });
  afterAll(async () => {
    await outbound.close();
    await server.close();
  });
  beforeEach(async () => {
    server.requests.length = 0;
    for (const name of ['plugin-settings', 'installation-plugins']) {
      await store().connection.collection(name).deleteMany({});
    }
    clock.moveTo(new Date(clock.now().getTime() + 120_000));
  });
  return {
    agency,
    administration,
    url,
    store,
    /** What arrived at the service since the test began. */
    arrived: () => server.requests,
    hostWith(definitions: readonly PluginDefinition[], choices: Choices = {}): Host {
      const registries = registriesOf(...definitions);
      const secret = 'a secret of at least 32 characters';
      return createHost({
        registries,
        store: store(),
        clock,
        secret,
        log: quiet,
        outbound,
        ...choices,
      });
    },
    // oxlint-disable-next-line max-params -- reads as a sentence in every test
    enter(its: Host, scope: PluginScope, credentials: object, enabled: boolean | null = true) {
      const change = { enabled, settings: { credentials }, by: 'test' };
      return its.settings.change('post-letters', scope, change);
    },
    ask: (its: Host, credential: string, more = {}) =>
      its.toolsFor('post-letters', administration).http.request({ url, credential, ...more }),
  };
}
