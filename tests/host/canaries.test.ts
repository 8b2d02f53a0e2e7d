import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  TEST_CLIENT_CERTIFICATE,
  TEST_CLIENT_KEY,
} from '../../core/outbound/testing/certificates.ts';
import { useStore } from './database.ts';
import { CLIENT } from './identity-server.ts';
import { call, connect, openSignInWorld, type SignInWorld } from './sign-in-world.ts';

const store = useStore();
let world: SignInWorld;
beforeAll(async () => {
  world = await openSignInWorld(store(), ['key', 'login', 'card', 'account']);
});
afterAll(() => world?.close());

const KEY = 'canary-api-key-71c2';
const PASSWORD = 'canary-password-93d0';
const PRIVATE_KEY = TEST_CLIENT_KEY.split('\n')[1] ?? '';
const NAMES = ['key', 'login', 'card', 'account'];

/** Enters everything, signs in, asks in many ways, and gathers whatever anybody can read. */
async function liveAWhile(): Promise<Record<string, unknown>> {
  const { app, boss, host, home, played } = world;
  const credentials = {
    key: { key: KEY },
    login: { user: 'somebody', password: PASSWORD },
    card: { certificate: TEST_CLIENT_CERTIFICATE, key: TEST_CLIENT_KEY },
    account: CLIENT,
  };
  const answers: unknown[] = [];
  const settings = { enabled: true, settings: { credentials } };
  const read = async (method: string, url: string, payload?: object) => {
    const { headers, body } = await call(app, boss, method, url, payload);
    answers.push(headers, body);
  };
  await read('PUT', '/api/plugins/post-letters', settings);
  await read('PUT', '/api/plugins/post-letters', {
    ...settings,
    settings: { credentials: { ...credentials, key: { key: 5 } } },
  });
  await connect(world);
  await read('GET', '/api/plugins');
  await read('GET', '/api/plugins/post-letters/credentials');

  const tools = host.toolsFor('post-letters', home);
  const told: unknown[] = [tools.settings, tools.scope];
  // A service that tells what it was told, in every place, and then breaks off.
  played.answer = ({ headers, path }, response) => {
    if (path === '/broken') return void response.destroy();
    const said = JSON.stringify(headers);
    const own = { 'x-echo': headers.authorization ?? '', 'x-key': `${headers['x-api-key']}` };
    return path === '/away'
      ? { status: 302, headers: { ...own, location: `https://evil.example.net/${path}` } }
      : { status: 500, headers: own, body: said };
  };
  for (const credential of NAMES) {
    for (const path of ['echo', 'away', 'broken', 'echo?encoding=base64']) {
      const url = `https://api.example.com/${path}`;
      const answerEncoding = path.endsWith('base64') ? ('base64' as const) : ('utf8' as const);
      const got = await tools.http.request({ url, credential, answerEncoding }).catch(inside);
      told.push(got, 'body' in got ? Buffer.from(String(got['body']), 'base64').toString() : '');
    }
  }
  tools.log.error({ settings: tools.settings, err: new Error('x') }, 'something');
  const tables = await store().connection.db!.collections();
  const rows = await Promise.all(
    tables
      .filter((table) => table.collectionName !== 'users')
      .map((table) => table.find().toArray()),
  );
  return { answers, told, log: world.lines, rows: JSON.stringify(rows) };
}

/** Everything an error holds, also what is not shown by itself. */
function inside(error: unknown): Record<string, unknown> {
  const own = error as Record<string, unknown>;
  const fields = Object.getOwnPropertyNames(error).map((name) => [name, own[name]]);
  const { cause } = own;
  return { ...Object.fromEntries(fields), cause: cause ? inside(cause) : null };
}

describe('a secret that was entered', () => {
  it('is found nowhere: not by the plugin, in the log, in errors, answers or the database', async () => {
    const readable = await liveAWhile();

    const sent = world.api.requests.flatMap(({ headers }) => headers.authorization ?? []);
    const tokens = [...new Set(sent)].map((line) => line.split(' ')[1] ?? '');
    const secrets = [KEY, PASSWORD, PRIVATE_KEY, CLIENT.clientSecret, ...tokens];
    expect(secrets).toHaveLength(6);
    expect(world.api.requests.length).toBeGreaterThan(10);
    const found = Object.entries(readable).flatMap(([where, what]) => {
      const text = typeof what === 'string' ? what : JSON.stringify(what);
      return secrets
        .filter((secret) => text.includes(secret))
        .map((secret) => `${where}: ${secret}`);
    });
    expect(found).toEqual([]);
    expect(world.lines.some((line) => line.includes('a plugin asked'))).toBe(true);
  });

  it('cannot be read from the place of another plugin, agency or credential', async () => {
    const tokens = store().connection.collection('credential-tokens');
    const row = await tokens.findOne({});
    await tokens.updateOne({ _id: row!._id }, { $set: { credential: 'other' } });
    await tokens.insertOne({ ...row, _id: undefined, agencyId: row!._id } as never);
    const stolen = { agencyId: row!._id.toHexString(), administrationId: null };
    await world.host.settings.change('post-letters', stolen, {
      enabled: null,
      settings: { credentials: { account: { clientId: 'inning' } } },
      by: 'test',
    });

    const request = { url: 'https://api.example.com/', credential: 'account' };
    const asked = world.host.toolsFor('post-letters', stolen).http.request(request);

    await expect(asked).rejects.toMatchObject({ code: 'PLUGIN_SETTINGS_UNREADABLE' });
  });

  it('is forgotten with what the plugin remembers when it is uninstalled', async () => {
    const { host, home } = world;
    const { state } = host.toolsFor('post-letters', home);
    await state.set('cursor', 'x');

    await host.forgetPlugin('post-letters', null);

    expect(await state.get('cursor')).toBeNull();
    expect(await store().connection.collection('credential-tokens').countDocuments()).toBe(0);
  });
});
