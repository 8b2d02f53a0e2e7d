import { createHash, generateKeyPairSync, verify, X509Certificate } from 'node:crypto';
import type { PluginDefinition, PluginScope } from '@inning/sdk';
import { Type } from '@inning/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { movableClock } from '../../core/clock.ts';
import { createHost, type Host } from '../../core/host/index.ts';
import { createOutbound, type Outbound } from '../../core/outbound/index.ts';
import {
  TEST_CLIENT_CERTIFICATE,
  TEST_CLIENT_KEY,
} from '../../core/outbound/testing/certificates.ts';
import {
  type LoopbackServer,
  type SeenRequest,
  startLoopbackServer,
} from '../../core/outbound/testing/loopback-server.ts';
import { newId } from '../../core/store/index.ts';
import { prepareDatabase } from '../../core/tables.ts';
import { useStore } from './database.ts';
import { lettersPlugin } from './letters-plugin.ts';
import { plugin, quiet, registriesOf } from './some-plugins.ts';

const store = useStore();
const clock = movableClock(new Date('2026-03-02T08:00:00Z'));
const agency: PluginScope = { agencyId: newId().toHexString(), administrationId: null };
const administration = { ...agency, administrationId: newId().toHexString() };
const url = 'https://api.example.com/letters';

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

function host(...definitions: PluginDefinition[]): Host {
  const registries = registriesOf(...definitions);
  const secret = 'a secret of at least 32 characters';
  return createHost({ registries, store: store(), clock, secret, log: quiet, outbound });
}
// oxlint-disable-next-line max-params -- reads as a sentence in every test below
const enter = (
  its: Host,
  scope: PluginScope,
  credentials: object,
  enabled: boolean | null = true,
) => its.settings.change('post-letters', scope, { enabled, settings: { credentials }, by: 'test' });
const ask = (its: Host, credential: string, more = {}) =>
  its.toolsFor('post-letters', administration).http.request({ url, credential, ...more });

/** As the other side reads it: by the certificate that came along, over the headers that came. */
function readSignature({ method, path, headers, body }: SeenRequest) {
  const certificate = new X509Certificate(
    Buffer.from(String(headers['tpp-signature-certificate']), 'base64'),
  );
  const fields = Object.fromEntries(
    [...String(headers['signature']).matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
  const target = `${method.toLowerCase()} ${path}`;
  const text = String(fields['headers'])
    .split(' ')
    .map((name) => `${name}: ${name === '(request-target)' ? target : String(headers[name])}`)
    .join('\n');
  const digest = createHash('sha512').update(body).digest('base64');
  const proof = Buffer.from(String(fields['signature']), 'base64');
  return {
    isTrue:
      verify('sha512', Buffer.from(text), certificate.publicKey, proof) &&
      headers['digest'] === `SHA-512=${digest}` &&
      String(fields['keyId']).startsWith(`SN=${certificate.serialNumber},CA=`) &&
      Math.abs(Date.now() - Date.parse(String(headers['date']))) < 600_000,
    signed: fields['headers'],
    digestOf: body,
  };
}

describe('a credential', () => {
  it('of each kind goes with the request that names it, and no other', async () => {
    const its = host(lettersPlugin(['key', 'login', 'card']));
    await enter(its, agency, {
      key: { key: 'canary-key' },
      login: { user: 'me', password: 'canary-word' },
      card: { certificate: TEST_CLIENT_CERTIFICATE, key: TEST_CLIENT_KEY },
    });

    await ask(its, 'key');
    await ask(its, 'login');
    await ask(its, 'card');
    await its.toolsFor('post-letters', agency).http.request({ url });

    const pair = Buffer.from('me:canary-word').toString('base64');
    expect(
      server.requests.map(({ headers, clientName }) => [
        headers['x-api-key'],
        headers.authorization,
        clientName,
      ]),
    ).toEqual([
      ['Key canary-key', undefined, null],
      [undefined, `Basic ${pair}`, null],
      [undefined, undefined, 'a plugin of a test'],
      [undefined, undefined, null],
    ]);
  });

  it('signs what is sent, so that its certificate proves it', async () => {
    const its = host(lettersPlugin(['seal', 'key']));
    const seal = { certificate: TEST_CLIENT_CERTIFICATE, key: TEST_CLIENT_KEY };
    await enter(its, agency, { seal, key: { key: 'canary-key' } });
    const headers = { 'x-request-id': 'r-1', 'content-type': 'application/json' };
    const body = '{"to":"J. Jansen"}';

    await ask(its, 'seal', { method: 'POST', headers, body, url: `${url}?page=2` });
    await its.toolsFor('post-letters', administration).http.request({
      url,
      credential: ['seal', 'key'],
    });

    const shown = server.requests.map(readSignature);
    expect(shown).toEqual([
      { isTrue: true, signed: '(request-target) date digest x-request-id', digestOf: body },
      { isTrue: true, signed: '(request-target) date digest', digestOf: '' },
    ]);
    expect(server.requests[1]?.headers['x-api-key']).toBe('Key canary-key');
  });

  it('whose key is not that of its certificate signs nothing', async () => {
    const its = host(lettersPlugin(['seal']));
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    await enter(its, agency, { seal: { certificate: TEST_CLIENT_CERTIFICATE, key: privateKey } });

    await expect(ask(its, 'seal')).rejects.toMatchObject({ code: 'CREDENTIAL_MISSING' });
    expect(server.requests).toEqual([]);
  });

  it('is for its own hosts, not for every host of the plugin', async () => {
    const its = host(lettersPlugin(['key']));
    await enter(its, agency, { key: { key: 'canary-key' } });

    await expect(ask(its, 'key', { url: 'https://www.example.com/' })).rejects.toThrow(
      'the credential "key" is not for www.example.com',
    );
    expect(server.requests).toEqual([]);
  });

  it('is that of the narrowest level, as a whole', async () => {
    const its = host(lettersPlugin(['key', 'login']));
    await enter(its, agency, { key: { key: 'of-agency' }, login: { user: 'a', password: 'b' } });
    await enter(its, administration, { login: { user: 'c', password: 'd' } }, null);
    await ask(its, 'key');
    await ask(its, 'login');

    await enter(its, administration, { login: null }, null);
    await ask(its, 'login');

    expect(server.requests[0]?.headers['x-api-key']).toBe('Key of-agency');
    const logins = server.requests.slice(1).map(({ headers }) => headers.authorization);
    expect(logins).toEqual(
      ['c:d', 'a:b'].map((pair) => `Basic ${Buffer.from(pair).toString('base64')}`),
    );
  });

  it('that is missing keeps the plugin off, and is named when it is asked for', async () => {
    const its = host(lettersPlugin(['key']));

    expect(its.settings.state('post-letters', agency)).toMatchObject({
      isOn: false,
      problems: [{ field: 'credentials.key.key', problem: 'is missing' }],
    });
    await expect(ask(its, 'key')).rejects.toMatchObject({ code: 'CREDENTIAL_MISSING' });
    await expect(ask(its, 'other')).rejects.toMatchObject({ code: 'CREDENTIAL_NOT_FOUND' });
    await expect(ask(its, '__proto__')).rejects.toMatchObject({ code: 'CREDENTIAL_NOT_FOUND' });
    await expect(enter(its, agency, {})).rejects.toThrow('"credentials.key.key"');
  });

  it.each([
    ['a line break, which would forge a header', { key: { key: 'a\r\nhost: evil.net' } }],
    ['a field that nobody would encrypt', { key: { key: 'a', secret: 'b' } }],
    ['a credential that is not declared', { key: { key: 'a' }, other: { key: 'b' } }],
  ])('is refused with %s', async (_, credentials) => {
    const its = host(lettersPlugin(['key']));

    await expect(enter(its, agency, credentials)).rejects.toMatchObject({
      code: 'PLUGIN_SETTINGS_INVALID',
    });
    expect(await store().connection.collection('plugin-settings').countDocuments()).toBe(0);
  });

  it('is never among the settings that the plugin sees, nor opened for it', async () => {
    const seen: unknown[] = [];
    const its = host(
      lettersPlugin(['key'], {
        setup: (its) =>
          its.ports.provide('mail', (settings, scope, tools) => {
            seen.push(settings, tools.settings, Object.keys(tools));
            return { isIdempotent: true, concurrency: 1, send: async () => ({ providerId: 'x' }) };
          }),
      }),
    );
    await enter(its, agency, { key: { key: 'canary-key' } });
    const place = { agencyId: newId(), creditorId: newId(), administrationId: newId() };
    await enter(its, { agencyId: null, administrationId: null }, { key: { key: 'canary-key' } });

    await its.ports.one('mail', place);

    expect(seen.slice(0, 2)).toEqual([{ colour: 'blue' }, { colour: 'blue' }]);
    expect(JSON.stringify(seen)).not.toContain('canary');
  });

  it('must be declared soundly', () => {
    const wrong = lettersPlugin([], {
      settings: Type.Object({ credentials: Type.String({ default: '' }) }),
      permissions: { hosts: ['127.0.0.1', 'api.example.com'] },
      credentials: {
        Key: { kind: 'api-key', title: { en: '', nl: '' }, hosts: ['*.com'], header: 'Host' },
        token: {
          kind: 'oauth2',
          title: { en: 'Token', nl: 'Token' },
          hosts: ['api.example.com'],
          authorizeUrl: 'http://id.example.com/',
          tokenUrl: 'https://other.example.com/token',
          scopes: [],
        },
      },
    });

    const problems = (() => {
      try {
        host(wrong);
        return '';
      } catch (error) {
        return String(error);
      }
    })();
    expect(problems).toContain('asks for the host "127.0.0.1"');
    expect(problems).toContain('a field may not be called "credentials"');
    expect(problems).toContain('its credential "Key" cannot travel in the header "Host"');
    expect(problems).toContain('its credential "Key" is for *.com, which is not among the hosts');
    expect(problems).toContain('its credential "Key" is not named in lower-case words');
    expect(problems).toContain('has no authorizeUrl that begins with https://');
    expect(problems).toContain('has a tokenUrl on other.example.com');
  });
});

describe('a plugin', () => {
  it('reaches what it declares and was granted, and nothing when it declares nothing', async () => {
    const registries = registriesOf(lettersPlugin([]), plugin('quiet'));
    const granted = createHost({
      registries,
      store: store(),
      clock,
      secret: 'a secret of at least 32 characters',
      log: quiet,
      outbound,
      pluginOf: () => ({
        permissions: { hosts: ['*.example.com'] },
        credentials: {},
        texts: { 'post-letters.sent': { en: 'Sent {count}', nl: '{count} verstuurd' } },
        grantedHosts: ['www.example.com', 'evil.example.net'],
      }),
    });
    const tools = granted.toolsFor('post-letters', agency);

    expect((await tools.http.request({ url: 'https://www.example.com/' })).status).toBe(200);
    for (const host of ['api.example.com', 'evil.example.net']) {
      await expect(tools.http.request({ url: `https://${host}/` })).rejects.toMatchObject({
        code: 'HTTP_REFUSED',
      });
    }
    const own = host(plugin('quiet')).toolsFor('quiet', agency);
    await expect(own.http.request({ url })).rejects.toMatchObject({ code: 'HTTP_REFUSED' });
    expect(tools.translate({ code: 'post-letters.sent', params: { count: 2 } }, 'nl')).toBe(
      '2 verstuurd',
    );
  });

  it('says in the log who it is, and never more than a line', async () => {
    const lines: [object, string][] = [];
    const log = {
      ...quiet,
      warn: (details: object, text: string) => void lines.push([details, text]),
    };
    const registries = registriesOf(plugin('loud'));
    const secret = 'a secret of at least 32 characters';
    const loud = createHost({ registries, store: store(), clock, secret, log, outbound });

    loud
      .toolsFor('loud', agency)
      .log.warn(
        { pluginId: 'other', list: Array(1_000).fill('x'.repeat(9_000)) },
        'y'.repeat(9_000),
      );

    expect(lines[0]?.[0]).toMatchObject({ pluginId: 'loud', details: { pluginId: 'other' } });
    expect(JSON.stringify(lines).length).toBeLessThan(12_000);
  });
});
