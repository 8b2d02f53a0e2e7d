import {
  asFields,
  ConnectorAmbiguousError,
  ConnectorLockedOutError,
  ConnectorRefusedError,
  ConnectorUnavailableError,
  type HttpAnswer,
  type HttpRequest,
  HttpUnavailableError,
  type JsonFields,
  type PluginHttp,
  readJson,
} from '@inning/sdk';

const API = 'https://api.lob.com/v1';

export type LobRequest = Omit<HttpRequest, 'url' | 'credential'> & { readonly path: string };

/** Asks Lob and reads the answer. Failures become the four errors of a connector. */
export async function askLob(
  http: PluginHttp,
  { path, ...request }: LobRequest,
): Promise<JsonFields> {
  const isActing = (request.method ?? 'GET') !== 'GET';
  let answer: HttpAnswer;
  try {
    answer = await http.request({ ...request, url: `${API}${path}`, credential: 'key' });
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    throw isActing
      ? new ConnectorAmbiguousError('Lob did not answer; the letter may have been taken.')
      : new ConnectorUnavailableError('Lob did not answer.');
  }
  refuseFailure(answer);
  return readFields(answer.body, isActing);
}

/** By its code: from the sandbox an error comes as data. */
const isUnavailable = (error: unknown) =>
  error instanceof HttpUnavailableError ||
  (error as { code?: unknown } | null)?.code === 'HTTP_UNAVAILABLE';

function refuseFailure({ status, body }: HttpAnswer): void {
  if (status >= 200 && status < 300) return;
  if (status === 401 || status === 403) {
    throw new ConnectorLockedOutError('Lob does not accept the key.', { status });
  }
  if (status === 429 || status >= 500) {
    throw new ConnectorUnavailableError(`Lob answered ${status}.`, { status });
  }
  const problem = problemOf(body);
  throw new ConnectorRefusedError(`Lob refused it: ${problem}.`, { status, problem });
}

/** Lob's word for what is wrong. Only the word: its sentence could repeat what we sent. */
function problemOf(body: string): string {
  const code = asFields(asFields(readJson(body))['error'])['code'];
  return typeof code === 'string' && /^[a-z_]{1,60}$/.test(code) ? code : 'no reason given';
}

function readFields(body: string, isActing: boolean): JsonFields {
  const read = readJson(body);
  if (typeof read === 'object' && read !== null) return read as JsonFields;
  throw isActing
    ? new ConnectorAmbiguousError('The answer is not one of Lob; the letter may have been taken.')
    : new ConnectorUnavailableError('The answer is not one of Lob.');
}
