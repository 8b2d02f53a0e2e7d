import { type ErrorDetails, HttpRefusedError, HttpUnavailableError } from '@inning/sdk';

/** Throws: the request is not made, for a reason that the maker of the plugin can read. */
export function refuse(problem: string, details: ErrorDetails = {}): never {
  throw new HttpRefusedError(`This request is not made: ${problem}.`, details);
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused the connection',
  ECONNRESET: 'broke the connection',
  EPIPE: 'broke the connection',
  UND_ERR_SOCKET: 'broke the connection',
  ENOTFOUND: 'is not known to the name server',
  ENODATA: 'is not known to the name server',
  EAI_AGAIN: 'could not be looked up',
  ETIMEOUT: 'could not be looked up',
  ESERVFAIL: 'could not be looked up',
  UND_ERR_CONNECT_TIMEOUT: 'did not take the connection in time',
  ETIMEDOUT: 'did not take the connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'did not answer in time',
  UND_ERR_ABORTED: 'did not answer in time',
  UND_ERR_HEADERS_OVERFLOW: 'answered with headers that are too large',
  CERT_HAS_EXPIRED: 'has a certificate that has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate of another host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate that nobody vouches for',
  SELF_SIGNED_CERT_IN_CHAIN: 'has a certificate that nobody vouches for',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'has a certificate that nobody vouches for',
};

/**
 * What went wrong on the way, without the error itself: that of a library may quote what was sent or
 * received.
 */
export function unavailable(host: string, error: unknown): HttpUnavailableError {
  const reason = reasonOf(error);
  const words = WORDS[reason] ?? 'gave no answer that can be read';
  return new HttpUnavailableError(`${host} ${words}.`, { host, reason });
}

/** A code in capitals, of whatever a library threw. */
function reasonOf(error: unknown): string {
  const { name, code, errors } = Object(error) as Readonly<Record<string, unknown>>;
  if (name === 'TimeoutError' || name === 'AbortError') return 'UND_ERR_ABORTED';
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code)) return code;
  return Array.isArray(errors) && errors.length > 0 ? reasonOf(errors[0]) : 'UNKNOWN';
}
