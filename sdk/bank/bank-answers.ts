import type { HttpAnswer } from '../plugin-tools.ts';
import {
  ConnectorLockedOutError,
  ConnectorRefusedError,
  ConnectorUnavailableError,
} from '../ports/connector-errors.ts';
import { asRows, type JsonFields, readJson } from '../wire/index.ts';

/** In which a bank differs from others when it says no. */
export type RefusalRules = {
  /** Whether it was asked too often, where status 429 is not all that says so. */
  readonly isTooOften?: (answer: HttpAnswer) => boolean;
  /** What stands in the answer when access has ended, also with other statuses than 401 and 403. */
  readonly ended?: RegExp;
};

/** No answer at all as the error of a connector; by its code, since from the sandbox it comes as data. */
export function bankFailure(title: string, error: unknown): unknown {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  if (code === 'HTTP_UNAVAILABLE') return new ConnectorUnavailableError(`${title} did not answer.`);
  if (code === 'CREDENTIAL_EXPIRED' || code === 'CREDENTIAL_MISSING') {
    return new ConnectorLockedOutError(`${title} is not open to us: somebody must give consent.`);
  }
  return error;
}

/** Throws what a status that is no success means: locked out, away or too busy, or refused. */
export function assertBankAnswers(title: string, answer: HttpAnswer, rules: RefusalRules = {}) {
  const { status } = answer;
  if (status >= 200 && status < 300) return;
  if (isTooOften(answer, rules)) {
    const retryAfterSeconds = secondsOf(answer);
    const later = retryAfterSeconds === null ? {} : { retryAfterSeconds };
    throw new ConnectorUnavailableError(`${title} was asked too often.`, { status, ...later });
  }
  if (isLockedOut(answer, rules)) {
    throw new ConnectorLockedOutError(`${title} gives no access (any more).`, { status });
  }
  if (status >= 500 || status === 408) {
    throw new ConnectorUnavailableError(`${title} answered ${status}.`, { status });
  }
  throw new ConnectorRefusedError(`${title} refused it (${status}).`, { status });
}

const isTooOften = (answer: HttpAnswer, rules: RefusalRules): boolean =>
  answer.status === 429 || rules.isTooOften?.(answer) === true;

const isLockedOut = ({ status, body }: HttpAnswer, { ended }: RefusalRules): boolean =>
  status === 401 || status === 403 || ended?.test(body) === true;

/** As a number, or as a moment by the clock of the bank (RFC 9110, 10.2.3). */
function secondsOf({ headers }: HttpAnswer): number | null {
  const text = headers['retry-after'] ?? '';
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const ms = Date.parse(text) - Date.parse(headers['date'] ?? '');
  return ms > 0 ? Math.ceil(ms / 1_000) : null;
}

/** Half an answer is no answer: what cannot be read is asked again. */
export function readBankFields(title: string, { body }: HttpAnswer): JsonFields {
  const read = readJson(body);
  if (typeof read === 'object' && read !== null) return read as JsonFields;
  throw new ConnectorUnavailableError(`${title} gave an answer that cannot be read.`);
}

/** Throws when a list that must be there is not: then this is not the answer to the question. */
export function bankListIn(title: string, fields: JsonFields, name: string): readonly JsonFields[] {
  if (!Array.isArray(fields[name])) {
    throw new ConnectorUnavailableError(`${title} gave an answer without "${name}".`);
  }
  return asRows(fields[name]);
}
