import { randomUUID } from 'node:crypto';
import {
  ConnectorRefusedError,
  type CredentialChoice,
  type HttpAnswer,
  type JsonFields,
  type PluginHttp,
} from '@inning/sdk';
import {
  assertBankAnswers,
  bankFailure,
  readBankFields,
  type RefusalRules,
} from '@inning/sdk/bank';
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
    throw bankFailure(bank.title, error);
  }
  assertBankAnswers(bank.title, answer, RULES);
  return readBankFields(bank.title, answer);
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

/** A link in an answer. Most banks write it from where their interface begins, some from the host. */
export function linkOf(bank: Bank, href: string): string {
  const isFromHost = bank.lists === 'linked' && href.startsWith('/');
  return addressOf(bank, isFromHost ? new URL(href, bank.url).href : href);
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

/** Berlin Group, 14.11: what banks say of a consent that has ended also comes with status 400. */
const RULES: RefusalRules = {
  isTooOften: ({ status, body }) => status === 403 && body.includes('ACCESS_EXCEEDED'),
  ended: /CONSENT_(EXPIRED|INVALID|UNKNOWN)|TOKEN_(EXPIRED|INVALID|UNKNOWN)/,
};
