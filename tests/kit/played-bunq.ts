import { generateKeyPairSync, sign, verify } from 'node:crypto';
import type { HttpAnswer, HttpRequest } from '@inning/sdk';
import { type ApiDescription, describeApi } from '@inning/sdk/testing';

type Fields = Readonly<Record<string, unknown>>;
export type BunqPayment = {
  readonly id: number;
  /** UTC, as bunq writes it. */
  readonly created: string;
  readonly value: string;
  readonly text: string;
  readonly subType?: string;
};

export const BUNQ = 'https://api.bunq.com/v1';
export const BUNQ_USER = 126;
export const BUNQ_ACCOUNT = 222;
export const BUNQ_KEY = 'an-api-key-of-a-test';

/** Made once: it takes a second, and every bunq of a test may have the same. */
const server = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/**
 * bunq as its own description (OpenAPI) and the chapters in it say: requests are checked against the
 * description, bodies by the key of the installation, and answers are signed.
 */
export function playBunq(document: object) {
  const description = describeApi(document, BUNQ);
  const payments: BunqPayment[] = [];
  const asked: string[] = [];
  const state = { clientKey: '', sessions: 0, openSession: '', isForged: false, tooOften: 0 };

  function answer(request: HttpRequest): ReturnType<ApiDescription['answer']> {
    const found = description.answer(request);
    if (!found) return null;
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.slice('/v1'.length);
    asked.push(`${request.method ?? 'GET'} ${path}`);
    // Its table wants this header everywhere; its words say: not for the installation.
    const described = found.problems.filter((problem) => !isOfInstallation(problem));
    const problems = [...described, ...problemsOf(path, request)];
    return { problems, answer: signed(say(path, { request, searchParams })) };
  }

  function problemsOf(path: string, { headers = {}, body = '', method }: HttpRequest): string[] {
    if (headers['cache-control'] !== 'no-cache' || !headers['user-agent']) {
      return [`${path}: without the headers that every request has`];
    }
    if (method !== 'POST' || path === '/installation') return [];
    const signature = Buffer.from(headers['x-bunq-client-signature'] ?? '', 'base64');
    const isOurs = verify('sha256', Buffer.from(body), state.clientKey, signature);
    return isOurs ? [] : [`${path}: its body is not signed by the key of the installation`];
  }

  type Asked = { readonly request: HttpRequest; readonly searchParams: URLSearchParams };
  function say(path: string, { request, searchParams }: Asked): HttpAnswer {
    const token = request.headers?.['x-bunq-client-authentication'] ?? '';
    if (path === '/installation') return install(request);
    if (path === '/device-server') return guarded(token === 'installation', [{ Id: { id: 7 } }]);
    if (path === '/session-server') return begin(request, token);
    if (token !== state.openSession) return refusal(401);
    if (state.tooOften > 0) {
      state.tooOften -= 1;
      return refusal(429);
    }
    return path.endsWith('/payment') ? listPayments(path, searchParams) : json(200, accounts);
  }

  function install({ body = '' }: HttpRequest): HttpAnswer {
    state.clientKey = String((JSON.parse(body) as Fields)['client_public_key']);
    return json(200, {
      Response: [
        { Id: { id: 1 } },
        { Token: { id: 2, token: 'installation' } },
        { ServerPublicKey: { server_public_key: server.publicKey } },
      ],
    });
  }

  function begin({ body = '' }: HttpRequest, token: string): HttpAnswer {
    const { secret } = JSON.parse(body) as Fields;
    if (secret !== BUNQ_KEY) return refusal(401);
    state.sessions += 1;
    state.openSession = `session-${state.sessions}`;
    return guarded(token === 'installation', [
      { Id: { id: 3 } },
      { Token: { id: 4, token: state.openSession } },
      { UserCompany: { id: BUNQ_USER } },
    ]);
  }

  /** The newest first, as bunq lists. */
  function listPayments(path: string, query: URLSearchParams): HttpAnswer {
    const count = Number(query.get('count') ?? 10);
    const before = Number(query.get('older_id') ?? Number.MAX_SAFE_INTEGER);
    const all = payments.toSorted((a, b) => b.id - a.id).filter(({ id }) => id < before);
    const page = all.slice(0, count);
    const oldest = page.at(-1)?.id;
    const older_url =
      all.length > page.length ? `/v1${path}?count=${count}&older_id=${oldest}` : null;
    const Pagination = { future_url: null, newer_url: null, older_url };
    return json(200, { Response: page.map((one) => ({ Payment: paymentOf(one) })), Pagination });
  }

  function signed(said: HttpAnswer): HttpAnswer {
    const body = Buffer.from(state.isForged ? `${said.body} ` : said.body);
    const signature = sign('sha256', body, server.privateKey).toString('base64');
    return { ...said, headers: { ...said.headers, 'x-bunq-server-signature': signature } };
  }

  return { answer, payments, asked, state };
}
export type PlayedBunq = ReturnType<typeof playBunq>;

export const paymentOf = ({ id, created, value, text, subType = 'SCT' }: BunqPayment) => ({
  id,
  created,
  updated: created,
  monetary_account_id: BUNQ_ACCOUNT,
  amount: { value, currency: 'EUR' },
  counterparty_alias: { iban: 'NL20INGB0001234567', display_name: 'J. Jansen', country: 'NL' },
  description: text,
  type: 'EBA_SCT',
  sub_type: subType,
  balance_after_mutation: { value: '1000.00', currency: 'EUR' },
});

export const accountOfBunq = {
  id: BUNQ_ACCOUNT,
  currency: 'EUR',
  description: 'Zakelijk',
  display_name: 'Van Dijk Installatie',
  status: 'ACTIVE',
  alias: [
    { type: 'EMAIL', value: 'bank@vandijk.example', name: 'Van Dijk' },
    { type: 'IBAN', value: 'NL12BUNQ2025123456', name: 'Van Dijk' },
  ],
};
const closed = { ...accountOfBunq, id: 223, status: 'CANCELLED' };
const accounts = {
  Response: [{ MonetaryAccountBank: accountOfBunq }, { MonetaryAccountBank: closed }],
};

const isOfInstallation = (problem: string): boolean =>
  problem.startsWith('POST /installation: header parameter X-Bunq-Client-Authentication');

const guarded = (isAllowed: boolean, Response: readonly object[]): HttpAnswer =>
  isAllowed ? json(200, { Response }) : refusal(401);

const refusal = (status: number): HttpAnswer =>
  json(status, { Error: [{ error_description: 'No.', error_description_translated: 'Nee.' }] });

const json = (status: number, body: object): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
