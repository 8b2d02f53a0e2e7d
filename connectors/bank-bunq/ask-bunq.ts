import { sign, verify } from 'node:crypto';
import {
  asFields,
  asText,
  ConnectorRefusedError,
  ConnectorUnavailableError,
  type HttpAnswer,
  type JsonFields,
  type PluginHttp,
  readJson,
} from '@inning/sdk';
import { assertBankAnswers, bankFailure, type RefusalRules } from '@inning/sdk/bank';

export type BunqRequest = {
  /** After the address of the server. */
  readonly path: string;
  /** A body makes it a POST. */
  readonly json?: object;
  /** The token of the installation or of the session. */
  readonly token?: string;
  /** With which the body is signed. */
  readonly privateKey?: string;
  /** With which the answer must be signed; null before bunq told its key. */
  readonly serverKey: string | null;
};
export type BunqAnswer = {
  /** The objects in the answer, each still under the name of its kind. */
  readonly objects: readonly JsonFields[];
  /** Where older ones are; null when there are none. */
  readonly olderPath: string | null;
};
export type Asking = {
  readonly http: PluginHttp;
  readonly server: string;
  /** Waits for some milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
};

const MOST_TRIES = 3;
/** 3 questions in 3 seconds ("Rate limits"). */
const TURN_MS = 3_000;

/** Asks bunq and reads the answer. Failures become the errors of a connector. */
export async function askBunq(asking: Asking, request: BunqRequest): Promise<BunqAnswer> {
  let answer = await send(asking, request);
  for (let tries = 1; answer.status === 429 && tries < MOST_TRIES; tries += 1) {
    await asking.wait(TURN_MS);
    answer = await send(asking, request);
  }
  assertBankAnswers('bunq', answer, RULES);
  assertFromBunq(answer, request.serverKey);
  return readAnswer(answer, asking.server);
}

async function send({ http, server }: Asking, request: BunqRequest): Promise<HttpAnswer> {
  const { path, json } = request;
  const body = json === undefined ? null : JSON.stringify(json);
  const headers = headersOf(request, body);
  try {
    const sent = body === null ? {} : { method: 'POST' as const, body };
    return await http.request({ url: server + path, headers, ...sent });
  } catch (error) {
    throw bankFailure('bunq', error);
  }
}

function headersOf({ token, privateKey }: BunqRequest, body: string | null) {
  const isSigned = body !== null && privateKey !== undefined;
  return {
    'cache-control': 'no-cache',
    'user-agent': 'Inning',
    ...(token === undefined ? {} : { 'x-bunq-client-authentication': token }),
    ...(body === null ? {} : { 'content-type': 'application/json' }),
    ...(isSigned ? { 'x-bunq-client-signature': signBody(body, privateKey) } : {}),
  };
}

const signBody = (body: string, privateKey: string): string =>
  sign('sha256', Buffer.from(body), privateKey).toString('base64');

/** Maintenance ("Response codes") passes as being asked too often does. */
const RULES: RefusalRules = { isTooOften: ({ status }) => status === 491 };

/** "Response verifying": the body, signed by the key that bunq gave with the installation. */
function assertFromBunq({ headers, body }: HttpAnswer, serverKey: string | null): void {
  if (serverKey === null) return;
  const signature = Buffer.from(headers['x-bunq-server-signature'] ?? '', 'base64');
  if (isSigned(body, serverKey, signature)) return;
  throw new ConnectorUnavailableError('This answer is not signed by bunq; it is not used.');
}

function isSigned(body: string, serverKey: string, signature: Buffer): boolean {
  try {
    return verify('sha256', Buffer.from(body), serverKey, signature);
  } catch {
    return false;
  }
}

function readAnswer({ body }: HttpAnswer, server: string): BunqAnswer {
  const fields = asFields(readJson(body));
  const list = fields['Response'];
  if (!Array.isArray(list)) {
    throw new ConnectorUnavailableError('bunq gave an answer that cannot be read.');
  }
  const older = asText(asFields(fields['Pagination'])['older_url']);
  return { objects: list.map(asFields), olderPath: older === null ? null : pathOf(older, server) };
}

/** Written with the version in front, such as `/v1/user/1/...`; never another server. */
function pathOf(older: string, server: string): string {
  const { origin, pathname } = new URL(server);
  const url = URL.canParse(older, origin) ? new URL(older, origin) : null;
  if (url?.origin !== origin || !url.pathname.startsWith(`${pathname}/`)) {
    throw new ConnectorRefusedError('bunq leads to an address that is not its own.');
  }
  return url.pathname.slice(pathname.length) + url.search;
}

export const asNumber = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
