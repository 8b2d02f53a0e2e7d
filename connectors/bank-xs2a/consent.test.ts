import { describe, expect, it } from 'vitest';
import { KNAB, openXs2a, RABO, SNS } from './xs2a-bench.ts';

const consent = 'knab:connection-1:c1';

describe('consent', () => {
  const request = {
    bank: 'knab',
    holder: 'connection-1',
    returnUrl: 'https://incasso.example/bank/connect',
    until: '2026-08-01',
    language: 'nl',
    personIp: '192.0.2.1',
  };

  it('is given where the bank says, for the accounts that the owner chooses there', async () => {
    const json = {
      consentStatus: 'received',
      consentId: 'c9',
      _links: { scaRedirect: { href: 'https://www.knab.nl/consent/c9' } },
    };
    const bench = await openXs2a([{ method: 'POST', url: `${KNAB}/consents`, json }]);

    expect(await bench.call('begin', request)).toEqual({
      consent: 'knab:connection-1:c9',
      url: 'https://www.knab.nl/consent/c9',
      signIn: null,
    });
    const [{ body, headers, credential } = {} as never] = bench.outside.arrived;
    expect(credential).toEqual(['certificate']);
    expect(headers).toMatchObject({ 'tpp-redirect-uri': request.returnUrl });
    expect(JSON.parse(body ?? '')).toMatchObject({
      validUntil: '2026-08-01',
      access: { transactions: [] },
    });
  });

  it('at a bank with OAuth is a sign-in for that consent, and its token goes along', async () => {
    const bench = await openXs2a([
      {
        method: 'POST',
        url: `${SNS}/consents`,
        json: { consentStatus: 'received', consentId: 'SNS1', _links: {} },
      },
      { url: `${SNS}/accounts`, json: { accounts: [{ iban: 'NL42 SNSB 0123', currency: 'EUR' }] } },
    ]);

    const started = await bench.call('begin', { ...request, bank: 'sns' });
    expect(started).toEqual({
      consent: 'sns:connection-1:SNS1',
      url: null,
      signIn: { credential: 'sns', parameters: { consentId: 'SNS1' } },
    });
    expect(await bench.call('accounts', { consent: 'sns:connection-1:SNS1' })).toMatchObject([
      { id: 'NL42 SNSB 0123', account: 'NL42SNSB0123' },
    ]);

    expect(bench.outside.arrived.map(({ credential }) => credential)).toEqual([
      ['certificate', 'sns-client'],
      ['certificate', { name: 'sns', holder: 'connection-1' }],
    ]);
  });

  it.each([
    ['received', 'waiting'],
    ['valid', 'given'],
    ['rejected', 'refused'],
    ['revokedByPsu', 'ended'],
    ['expired', 'ended'],
  ])('that is "%s" is %s', async (consentStatus, state) => {
    const json = { consentStatus, validUntil: '2026-08-01' };
    const bench = await openXs2a([{ url: `${KNAB}/consents/c1`, json }]);

    expect(await bench.call('consent', { consent })).toEqual({ state, until: '2026-08-01' });
  });

  it('at a bank that wants it is asked with signed requests', async () => {
    const bench = await openXs2a([{ url: `${RABO}/accounts`, json: { accounts: [] } }]);

    await bench.call('accounts', { consent: 'rabobank:connection-1:2026-08-01' });

    expect(bench.outside.arrived[0]?.credential).toEqual([
      'certificate',
      'rabobank-client',
      { name: 'rabobank', holder: 'connection-1' },
      'rabobank-signature',
    ]);
  });

  it('cannot be asked of a bank of which nobody said where it lives', async () => {
    const bench = await openXs2a([], { addresses: [] });

    expect(await bench.call('banks')).toContainEqual(
      expect.objectContaining({ id: 'knab', isSetUp: false, credentials: ['certificate'] }),
    );
    await expect(bench.call('accounts', { consent })).rejects.toMatchObject({
      code: 'CONNECTOR_REFUSED',
    });
  });

  it('can be tried in a sandbox', async () => {
    const own = { addresses: [{ bank: 'knab', url: 'https://sandbox.knab.nl/v1' }] };
    const bench = await openXs2a(
      [{ url: 'https://sandbox.knab.nl/v1/accounts', json: { accounts: [] } }],
      own,
    );

    expect(await bench.call('accounts', { consent })).toEqual([]);
  });
});
