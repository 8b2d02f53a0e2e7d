import { randomUUID } from 'node:crypto';
import {
  asRows,
  ConnectorLockedOutError,
  ConnectorRefusedError,
  ConnectorUnavailableError,
  type CredentialChoice,
  type HttpAnswer,
  type JsonFields,
  type PluginHttp,
  readJson,
} from '@inning/sdk';
import { type BankProfile, credentialNames } from './banks.ts';

/** A bank of which somebody said where it lives. */
export type Bank = BankProfile & { readonly url: string };

export type BankRequest = {
  /** After the address of the bank, or a whole address at the same host. */
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly json?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whose token goes along; null when nobody signed in yet. */
  readonly holder: string | null;
};

/** Asks a bank and reads the answer. Failures become the errors of a connector. */
export async function askBank(
  http: PluginHttp,
  bank: Bank,
  request: BankRequest,
): Promise<JsonFields> {
  const { method = 'GET', json, path } = request;
  let answer: HttpAnswer;
  try {
    answer = await http.request({
      method,
      url: addressOf(bank, path),
      credential: credentialsOf(bank, request),
      headers: {
        'x-request-id': randomUUID(),
        accept: 'application/json',
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...request.headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
  } catch (error) {
    throw failureOf(bank, error);
  }
  refuseFailure(bank, answer);
  return readFields(bank, answer);
}

/** The next page is asked where the bank says, and never of another than the bank. */
export function addressOf({ url, title }: Bank, path: string): string {
  if (path.startsWith('/') && !path.startsWith('//')) {
    const { origin, pathname } = new URL(url);
    return path.startsWith(`${pathname}/`) ? origin + path : url + path;
  }
  const isOwn = URL.canParse(path) && new URL(path).origin === new URL(url).origin;
  if (!isOwn) throw new ConnectorRefusedError(`${title} leads to an address that is not its own.`);
  return path;
}

function credentialsOf(bank: Bank, { holder }: BankRequest) {
  const { certificate, client, signIn, signature } = credentialNames(bank);
  const hasToken = signIn !== null && holder !== null;
  const choices: CredentialChoice[] = [certificate];
  if (client !== null && (bank.client?.isAlways || !hasToken)) choices.push(client);
  if (hasToken) choices.push({ name: signIn, holder });
  if (signature !== null) choices.push(signature);
  return choices;
}

/** By its code: from the sandbox an error comes as data. */
function failureOf({ title }: Bank, error: unknown): unknown {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  if (code === 'HTTP_UNAVAILABLE') return new ConnectorUnavailableError(`${title} did not answer.`);
  if (code === 'CREDENTIAL_EXPIRED' || code === 'CREDENTIAL_MISSING') {
    return new ConnectorLockedOutError(`${title} is not open to us: somebody must give consent.`);
  }
  return error;
}

const LOCKED = new Set([401, 403]);
/** What banks say of a consent that has ended, also with status 400 (Berlin Group, 14.11). */
const ENDED = /CONSENT_(EXPIRED|INVALID|UNKNOWN)|TOKEN_(EXPIRED|INVALID|UNKNOWN)/;

function refuseFailure({ title }: Bank, answer: HttpAnswer): void {
  const { status, body } = answer;
  if (status >= 200 && status < 300) return;
  if (isTooOften(answer)) {
    const retryAfterSeconds = secondsOf(answer);
    throw new ConnectorUnavailableError(`${title} was asked too often.`, {
      status,
      ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }),
    });
  }
  if (LOCKED.has(status) || ENDED.test(body)) {
    throw new ConnectorLockedOutError(`${title} gives no access (any more).`, { status });
  }
  if (status >= 500 || status === 408) {
    throw new ConnectorUnavailableError(`${title} answered ${status}.`, { status });
  }
  throw new ConnectorRefusedError(`${title} refused it (${status}).`, { status });
}

const isTooOften = ({ status, body }: HttpAnswer): boolean =>
  status === 429 || (status === 403 && body.includes('ACCESS_EXCEEDED'));

/** As a number, or as a moment by the clock of the bank (RFC 9110, 10.2.3). */
const secondsOf = ({ headers }: HttpAnswer): number | null => {
  const text = headers['retry-after'] ?? '';
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const ms = Date.parse(text) - Date.parse(headers['date'] ?? '');
  return ms > 0 ? Math.ceil(ms / 1_000) : null;
};

/** Half an answer is no answer: what cannot be read is asked again. */
function readFields({ title }: Bank, { body }: HttpAnswer): JsonFields {
  const read = readJson(body);
  if (typeof read === 'object' && read !== null) return read as JsonFields;
  throw new ConnectorUnavailableError(`${title} gave an answer that cannot be read.`);
}

/** Throws when a list that must be there is not: then this is not the answer to the question. */
export function listIn({ title }: Bank, fields: JsonFields, name: string): readonly JsonFields[] {
  if (!Array.isArray(fields[name])) {
    throw new ConnectorUnavailableError(`${title} gave an answer without "${name}".`);
  }
  return asRows(fields[name]);
}
