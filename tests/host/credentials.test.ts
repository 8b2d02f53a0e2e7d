import { Type } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import {
  TEST_CLIENT_CERTIFICATE,
  TEST_CLIENT_KEY,
} from '../../core/outbound/testing/certificates.ts';
import { newId } from '../../core/store/index.ts';
import { lettersPlugin } from './letters-plugin.ts';
import { withOutside } from './outside.ts';

const { agency, administration, url, store, arrived, hostWith, enter, ask } = withOutside();

describe('a credential', () => {
  it('of each kind goes with the request that names it, and no other', async () => {
    const its = hostWith([lettersPlugin(['key', 'login', 'card'])]);
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
      arrived().map(({ headers, clientName }) => [
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

  it('is for its own hosts, not for every host of the plugin', async () => {
    const its = hostWith([lettersPlugin(['key'])]);
    await enter(its, agency, { key: { key: 'canary-key' } });

    await expect(ask(its, 'key', { url: 'https://www.example.com/' })).rejects.toThrow(
      'the credential "key" is not for www.example.com',
    );
    expect(arrived()).toEqual([]);
  });

  it('is that of the narrowest level, as a whole', async () => {
    const its = hostWith([lettersPlugin(['key', 'login'])]);
    await enter(its, agency, { key: { key: 'of-agency' }, login: { user: 'a', password: 'b' } });
    await enter(its, administration, { login: { user: 'c', password: 'd' } }, null);
    await ask(its, 'key');
    await ask(its, 'login');

    await enter(its, administration, { login: null }, null);
    await ask(its, 'login');

    expect(arrived()[0]?.headers['x-api-key']).toBe('Key of-agency');
    const logins = arrived()
      .slice(1)
      .map(({ headers }) => headers.authorization);
    expect(logins).toEqual(
      ['c:d', 'a:b'].map((pair) => `Basic ${Buffer.from(pair).toString('base64')}`),
    );
  });

  it('that is missing keeps the plugin off, and is named when it is asked for', async () => {
    const its = hostWith([lettersPlugin(['key'])]);

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
    const its = hostWith([lettersPlugin(['key'])]);

    await expect(enter(its, agency, credentials)).rejects.toMatchObject({
      code: 'PLUGIN_SETTINGS_INVALID',
    });
    expect(await store().connection.collection('plugin-settings').countDocuments()).toBe(0);
  });

  it('is never among the settings that the plugin sees, nor opened for it', async () => {
    const seen: unknown[] = [];
    const its = hostWith([
      lettersPlugin(['key'], {
        setup: (its) =>
          its.ports.provide('mail', (settings, scope, tools) => {
            seen.push(settings, tools.settings, Object.keys(tools));
            return { isIdempotent: true, concurrency: 1, send: async () => ({ providerId: 'x' }) };
          }),
      }),
    ]);
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
          certificate: 'toString',
          signedBy: 'token',
        },
        seal: {
          kind: 'signature',
          title: { en: 'Seal', nl: 'Zegel' },
          hosts: ['api.example.com'],
          algorithm: 'rsa-sha256',
          headers: ['date', 'digest'],
          certificateHeader: 'tpp-signature-certificate',
          keyId: 'client-id',
        },
      },
    });

    const problems = (() => {
      try {
        hostWith([wrong]);
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
    expect(problems).toContain('names "toString", which is no credential of the kind certificate');
    expect(problems).toContain('names "token", which is no credential of the kind signature');
    expect(problems).toContain('but nothing of the kind oauth2 is signed by it');
  });
});
