import type { Clock } from './clock.ts';
import { DomainError } from './errors.ts';
import type { Locale } from './localized.ts';
import type { Message } from './message.ts';

/** Where a plugin is on, and with which settings: `null` is the whole installation. */
export type PluginScope = {
  readonly agencyId: string | null;
  readonly administrationId: string | null;
};

/**
 * What a plugin may use while it works, always on behalf of one agency (and mostly one of its
 * administrations). The same whether the plugin runs in the host or in the sandbox; in the sandbox
 * nothing else is there: no network, no file system, no timers, no environment.
 */
export type PluginTools<Settings = unknown> = {
  /** For whom it works. */
  readonly scope: PluginScope;
  /** As they hold for the administration, without credentials: those the host adds to requests. */
  readonly settings: Settings;
  readonly http: PluginHttp;
  readonly state: PluginState;
  readonly clock: Clock;
  readonly log: PluginLog;
  /** A sentence of this plugin; the code itself when no text is known. */
  translate(said: Message, locale: Locale): string;
};

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
export type HttpEncoding = 'utf8' | 'base64';
export type HttpRequest = {
  readonly method?: HttpMethod;
  /** `https://` on a host that the plugin declares and the agency granted. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** How `body` is written; bytes travel as base64. */
  readonly bodyEncoding?: HttpEncoding;
  /** How the answer's body is wanted. */
  readonly answerEncoding?: HttpEncoding;
  /**
   * The declared credential that the host adds; several when one shows who asks (a certificate) and
   * another what it may (a token).
   */
  readonly credential?: CredentialChoice | readonly CredentialChoice[];
};
/**
 * A credential by its name. One of the kind `oauth2` can be given several times, such as once for each
 * bank account: `holder` then says which.
 */
export type CredentialChoice = string | { readonly name: string; readonly holder: string };
export type HttpAnswer = {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type PluginHttp = {
  /**
   * Every answer of the other side is an answer, whatever its status. Throws `HttpRefusedError` when
   * the request may not be made, and `HttpUnavailableError` when there was no answer.
   */
  request(request: HttpRequest): Promise<HttpAnswer>;
};

/** The request is not allowed: an undeclared host, a private address, too large. */
export class HttpRefusedError extends DomainError {
  readonly code = 'HTTP_REFUSED';
  readonly status = 422;
}

/** No answer: the other side is away, too slow or answers too much. The request may have arrived. */
export class HttpUnavailableError extends DomainError {
  readonly code = 'HTTP_UNAVAILABLE';
  readonly status = 503;
  override readonly retryable = true;
}

/** A small memory of its own for a plugin at an agency. Keys up to 200, values up to 16,384 characters. */
export type PluginState = {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
};

export type PluginLog = {
  info(details: object, text: string): void;
  warn(details: object, text: string): void;
  error(details: object, text: string): void;
};
