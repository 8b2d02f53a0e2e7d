import type { CredentialChoice, HttpAnswer, JsonFields, PluginHttp } from '@inning/sdk';
import { assertBankAnswers, bankFailure, readBankFields } from '@inning/sdk/bank';

export const ABNAMRO = 'ABN AMRO';
export const CREDENTIALS = {
  certificate: 'certificate',
  key: 'api-key',
  signIn: 'account',
} as const;

export type Asking = {
  readonly http: PluginHttp;
  readonly server: string;
  /** Whose consent it is. */
  readonly holder: string;
};

/**
 * Asks ABN AMRO and reads the answer; an empty one says that there is nothing ("a blank response").
 * Failures become the errors of a connector.
 */
export async function askAbnAmro(asking: Asking, path: string): Promise<JsonFields> {
  let answer: HttpAnswer;
  try {
    answer = await asking.http.request({
      url: asking.server + path,
      credential: credentialsOf(asking),
      headers: { accept: 'application/json' },
    });
  } catch (error) {
    throw bankFailure(ABNAMRO, error);
  }
  assertBankAnswers(ABNAMRO, answer);
  return answer.body.trim() === '' ? {} : readBankFields(ABNAMRO, answer);
}

/** The certificate is for asking tokens alone. */
const credentialsOf = ({ holder }: Asking): CredentialChoice[] => [
  CREDENTIALS.key,
  { name: CREDENTIALS.signIn, holder },
];
