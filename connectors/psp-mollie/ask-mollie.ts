import {
  asFields,
  asRows,
  asText,
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

export const MOLLIE_API = 'https://api.mollie.com/v2';

export type MollieRequest = {
  readonly path: string;
  readonly method?: NonNullable<HttpRequest['method']>;
  readonly json?: object;
  /** Makes a second call within the hour the same call. */
  readonly key?: string;
  readonly credential?: 'key' | 'organisation';
};

/** Asks Mollie and reads the answer. Failures become the four errors of a connector. */
export async function askMollie(http: PluginHttp, request: MollieRequest): Promise<JsonFields> {
  const { path, json, key, credential = 'key', method = 'GET' } = request;
  const isActing = method !== 'GET';
  let answer: HttpAnswer;
  try {
    answer = await http.request({
      method,
      url: MOLLIE_API + path,
      credential,
      headers: {
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    throw isActing
      ? new ConnectorAmbiguousError('Mollie did not answer; it may have done it.')
      : new ConnectorUnavailableError('Mollie did not answer.');
  }
  refuseFailure(answer);
  return readFields(answer, isActing);
}

/** By its code: from the sandbox an error comes as data. */
const isUnavailable = (error: unknown) =>
  error instanceof HttpUnavailableError ||
  (error as { code?: unknown } | null)?.code === 'HTTP_UNAVAILABLE';

function refuseFailure({ status, body }: HttpAnswer): void {
  if (status >= 200 && status < 300) return;
  if (status === 401 || status === 403) {
    throw new ConnectorLockedOutError('Mollie does not accept the key.', { status });
  }
  if (status === 429 || status >= 500) {
    throw new ConnectorUnavailableError(`Mollie answered ${status}.`, { status });
  }
  const field = fieldOf(body);
  const because = field === null ? '' : `, because of "${field}"`;
  throw new ConnectorRefusedError(`Mollie refused it${because} (${status}).`, { status, field });
}

/** Which field Mollie says is wrong. Only the name: its sentence could repeat what we sent. */
function fieldOf(body: string): string | null {
  const field = asText(asFields(readJson(body))['field']);
  return field !== null && /^[a-zA-Z.]{1,60}$/.test(field) ? field : null;
}

function readFields({ status, body }: HttpAnswer, isActing: boolean): JsonFields {
  if (status === 204) return {};
  const read = readJson(body);
  if (typeof read === 'object' && read !== null) return read as JsonFields;
  throw isActing
    ? new ConnectorAmbiguousError('The answer is not one of Mollie; it may have done it.')
    : new ConnectorUnavailableError('The answer is not one of Mollie.');
}

/** The list that stands embedded in an answer under its name. */
export const embeddedRows = (answer: JsonFields, name: string): readonly JsonFields[] =>
  asRows(asFields(answer['_embedded'])[name]);
