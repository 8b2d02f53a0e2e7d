import type { PlayedAnswer, SeenRequest } from '../../core/outbound/testing/loopback-server.ts';
import { readSignature } from './read-signature.ts';

export const CLIENT_ID = 'client-of-the-agency';
/** As in the sandbox of the bank, whose addresses are entered with the client. */
export const ABN_TOKENS = 'auth-mtls-sandbox.abnamro.com';

const json = (body: object, status = 200): PlayedAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const no = json({ error: 'invalid_client' }, 401);
const token = { token_type: 'Bearer', expires_in: 900 };

/** ABN AMRO: a certificate for tokens, an API key and the token for questions. */
function playAbnAmro({ path, headers, body, clientName, host }: SeenRequest): PlayedAnswer {
  const iban = 'NL12ABNA9999876523';
  if (path === '/as/token.oauth2') {
    const isClient = new URLSearchParams(body).get('client_id') === CLIENT_ID;
    const isKnown = clientName !== null && isClient && host === ABN_TOKENS;
    return isKnown ? json({ ...token, access_token: 'abn', refresh_token: 'again' }) : no;
  }
  if (headers.authorization !== 'Bearer abn' || headers['api-key'] !== 'the-key') return no;
  if (path === '/v1/consentinfo') {
    return json({ iban, scopes: 'psd2:account:transaction:read', valid: 1_900_000_000 });
  }
  if (path.endsWith('/details')) {
    return json({ accountNumber: iban, currency: 'EUR', accountHolderName: 'Van Vliet' });
  }
  if (path.endsWith('/balances')) {
    return json({ accountNumber: iban, balanceType: 'BOOKBALANCE', amount: 12.5 });
  }
  const transaction = {
    transactionId: 'A1',
    bookDate: '2026-02-27',
    amount: 12.5,
    currency: 'EUR',
    descriptionLines: ['/TRTP/SEPA OVERBOEKING/REMI/factu', 'ur 7'],
  };
  return json({ accountNumber: iban, transactions: [transaction] });
}

/** ING: everything signed, tokens asked with one of the application itself. */
function playIng(seen: SeenRequest): PlayedAnswer {
  const { path, headers } = seen;
  const { isTrue, keyId } = readSignature(seen);
  if (!isTrue || seen.clientName === null) return no;
  if (path === '/oauth2/token') return giveIngToken(seen, keyId);
  if (headers.authorization !== 'Bearer ing' || keyId !== CLIENT_ID) return no;
  const amount = (value: number) => ({ currency: 'EUR', amount: value });
  if (path === '/v3/accounts') {
    const href = (list: string) => ({ href: `/v2/accounts/a1/${list}?currency=EUR` });
    const _links = { transactions: href('transactions'), balances: href('balances') };
    const account = { resourceId: 'a1', iban: 'NL69INGB0123456789', name: 'Van Vliet', _links };
    return json({ accounts: [account] });
  }
  if (path.startsWith('/v2/accounts/a1/balances')) {
    const on = { referenceDate: '2026-03-02' };
    return json({
      balances: [{ balanceType: 'interimBooked', balanceAmount: amount(12.5), ...on }],
    });
  }
  const line = { transactionId: 'I1', bookingDate: '2026-02-27', transactionAmount: amount(12.5) };
  return json({
    transactions: { booked: [{ ...line, remittanceInformationUnstructured: 'factuur 7' }] },
  });
}

function giveIngToken({ headers, body }: SeenRequest, keyId: string): PlayedAnswer {
  const grant = new URLSearchParams(body).get('grant_type');
  if (grant === 'client_credentials') return json({ ...token, access_token: 'app' });
  const isOurs = headers.authorization === 'Bearer app' && keyId === CLIENT_ID;
  return isOurs ? json({ ...token, access_token: 'ing', refresh_token: 'again' }) : no;
}

/** Who answers at which host. */
export const PLAYED = {
  'api.abnamro.com': playAbnAmro,
  [ABN_TOKENS]: playAbnAmro,
  'api.ing.com': playIng,
} as const;
