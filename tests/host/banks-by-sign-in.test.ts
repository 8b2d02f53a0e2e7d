import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../core/http/index.ts';
import { createOutbound, type Outbound } from '../../core/outbound/index.ts';
import {
  TEST_CLIENT_CERTIFICATE,
  TEST_CLIENT_KEY,
} from '../../core/outbound/testing/certificates.ts';
import {
  type LoopbackServer,
  startLoopbackServer,
} from '../../core/outbound/testing/loopback-server.ts';
import { MARIEKE, openWebWorld, type WebWorld } from '../e2e/web-world.ts';
import { testDatabase } from '../kit/database.ts';
import { ABN_TOKENS, CLIENT_ID, PLAYED } from './banks-played.ts';

const pair = { certificate: TEST_CLIENT_CERTIFICATE, key: TEST_CLIENT_KEY };

const BANKS = [
  {
    bank: 'abnamro',
    pluginId: 'bank-abnamro',
    account: 'NL12ABNA9999876523',
    credentials: {
      certificate: pair,
      'api-key': { key: 'the-key' },
      account: { clientId: CLIENT_ID, tokenUrl: `https://${ABN_TOKENS}/as/token.oauth2` },
    },
    goesTo: 'auth.connect.abnamro.com',
  },
  {
    bank: 'ing',
    pluginId: 'bank-xs2a',
    account: 'NL69INGB0123456789',
    credentials: { certificate: pair, 'ing-signature': pair, ing: { clientId: CLIENT_ID } },
    goesTo: 'myaccount.ing.com',
  },
] as const;

describe('a bank where the sign-in is the consent', () => {
  const database = testDatabase();
  let server: LoopbackServer;
  let outbound: Outbound;
  let world: WebWorld;
  let session: Record<string, string>;

  beforeAll(async () => {
    server = await startLoopbackServer((seen) => PLAYED[seen.host as keyof typeof PLAYED](seen));
    const loopback = server.as(...Object.keys(PLAYED));
    outbound = createOutbound({ log: createLog({ level: 'silent' }), loopback });
    world = await openWebWorld(database.uri, '2026-03-02', { outbound });
    session = await signIn();
  });
  afterAll(async () => {
    await world?.close();
    await outbound?.close();
    await server?.close();
  });

  async function signIn(): Promise<Record<string, string>> {
    const answer = await fetch(`${world.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(MARIEKE),
    });
    const cookie = String(answer.headers.get('set-cookie')).split(';')[0] ?? '';
    const { csrfToken } = (await answer.json()) as { csrfToken: string };
    return { cookie, 'x-csrf-token': csrfToken };
  }
  // oxlint-disable-next-line typescript/no-explicit-any -- looked at by the test
  async function call(method: string, path: string, body?: object): Promise<any> {
    const answer = await fetch(world.address + path, {
      method,
      redirect: 'manual',
      headers: { ...session, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (answer.status === 302) return answer.headers.get('location');
    expect({ path, status: answer.status, text }).toMatchObject({ status: 200 });
    return JSON.parse(text);
  }

  it.each(BANKS)('is connected and read: $bank', async (its) => {
    const { bank, pluginId, account, credentials, goesTo } = its;
    await call('PUT', `/api/plugins/${pluginId}`, { enabled: true, settings: { credentials } });
    const { items } = await call('GET', '/api/administrations');
    const administrationId: string = items[0].id;

    const begun = await call('POST', '/api/bank-connections', { administrationId, pluginId, bank });
    const away = new URL(begun.url);
    const back = new URL(away.searchParams.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({
      code: 'a-code',
      state: away.searchParams.get('state') ?? '',
    }).toString();
    const end = await call('GET', back.pathname + back.search);
    const path = `/api/bank-connections/${begun.connectionId}`;
    const { found } = await call('POST', `${path}/check`);
    const chosen = { accountIds: [found[0].id], from: '2026-02-20' };
    await call('POST', `${path}/accounts`, chosen);
    const read = await call('POST', `${path}/read`);

    expect(away.host).toBe(goesTo);
    expect(end).toContain('result=connected');
    expect(found).toMatchObject([{ account, holder: 'Van Vliet' }]);
    expect(read).toMatchObject({
      state: 'active',
      accounts: [{ lineCount: 1, isUpToDate: true, problem: null, readUntil: '2026-03-02' }],
    });
    const lines = await call('GET', `/api/bank-lines?administrationId=${administrationId}`);
    expect(lines.items).toContainEqual(
      expect.objectContaining({ amountCents: 1_250, description: 'factuur 7' }),
    );
  });
});
