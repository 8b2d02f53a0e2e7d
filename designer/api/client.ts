import { ApiError, UnreachableError } from './errors.ts';
import { sendingForm } from './send-form.ts';

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The one way to the server. Every call rejects with an `ApiError` or an `UnreachableError`. */
export type Client = {
  get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T>;
  send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<T>;
  /** `onSent` is told how much of the form was sent, 0 to 1. */
  upload<T>(path: string, form: FormData, onSent?: (part: number) => void): Promise<T>;
  /** The token that changing requests carry; known once the session was read. */
  useToken(token: string | null): void;
  /** The language in which the server says its sentences. */
  useLanguage(language: string): void;
};

export function createClient(): Client {
  let token: string | null = null;
  let language = 'nl';

  async function call<T>(path: string, init: RequestInit, send = fetch): Promise<T> {
    const headers = new Headers(init.headers);
    headers.set('accept', 'application/json');
    headers.set('accept-language', language);
    if (token && init.method !== 'GET') headers.set('x-csrf-token', token);

    let response: Response;
    try {
      response = await send(path, { ...init, headers, credentials: 'same-origin' });
    } catch (cause) {
      if (init.signal?.aborted) throw cause;
      throw new UnreachableError(cause);
    }
    if (!response.ok) throw await readError(response);
    return (await readBody(response)) as T;
  }

  return {
    get: (path, query, signal) =>
      call(path + queryString(query), { method: 'GET', ...(signal ? { signal } : {}) }),
    send: (method, path, body) =>
      call(
        path,
        body === undefined
          ? { method }
          : {
              method,
              body: JSON.stringify(body),
              headers: { 'content-type': 'application/json' },
            },
      ),
    upload: (path, form, onSent) =>
      call(path, { method: 'POST', body: form }, onSent && (sendingForm(onSent) as typeof fetch)),
    useToken(next) {
      token = next;
    },
    useLanguage(next) {
      language = next;
    },
  };
}

/** Leaves out what was not chosen, so that equal questions have equal addresses. */
export function queryString(query: Query = {}): string {
  const chosen = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  if (chosen.length === 0) return '';
  return `?${new URLSearchParams(chosen.map(([name, value]) => [name, String(value)]))}`;
}

/** A file is text; everything else that the server says is JSON. */
async function readBody(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return isJson ? response.json() : response.text();
}

async function readError(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  return new ApiError(
    response.status,
    isErrorBody(body) ? body.error : { code: 'UNEXPECTED', message: response.statusText },
  );
}

type ErrorBody = {
  error: { code: string; message: string; details?: Record<string, unknown> };
};

function isErrorBody(body: unknown): body is ErrorBody {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false;
  const { error } = body;
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}
