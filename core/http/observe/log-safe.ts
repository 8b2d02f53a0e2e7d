const HIDDEN = '[hidden]';
const DEEPEST = 6;

/**
 * Fields that hold, or may hold, who somebody is or a secret. `name` is hidden as well: what is called
 * otherwise (`job`, `plugin`, `event`) may be logged.
 */
const PERSONAL =
  /^(.*name|.*e-?mail|.*address(es)?|.*phone|mobile|iban|.*ibans|.*account|.*number|street|house.*|post(al)?code|zip|city|attention|remarks?|note|subject|text|html|body|search|to|from|cc|bcc|reply-?to|contacts?|debtor|creditor|url|query|params|headers|ip|.*remote.*|.*password.*|.*token.*|.*secret.*|authorization|.*cookie.*)$/i;
/** Counts and names of machines that the pattern above would take along. */
const HARMLESS = /^(hostname|line-?number|.*count)$/i;

const EMAIL = /[^\s@<>"'(),:;]+@[^\s@<>"'(),:;]+/g;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/gi;

/** A copy of what is logged without personal data: by the name of the field, and by what text looks like. */
export function logSafe(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrub(value);
  if (value instanceof Error) return safeError(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth >= DEEPEST) return HIDDEN;
  if (Array.isArray(value)) return value.map((item) => logSafe(item, depth + 1));
  // An id of the database is one word.
  return 'toHexString' in value ? String(value) : safeFields(value, depth);
}

function safeFields(value: object, depth: number): object {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      isPersonal(key) && item !== null ? HIDDEN : logSafe(item, depth + 1),
    ]),
  );
}

export function scrub(text: string): string {
  return text.replace(EMAIL, HIDDEN).replace(IBAN, HIDDEN);
}

/** Errors of the language itself speak about code; those of others may quote the data they broke on. */
const ABOUT_CODE = new Set(['TypeError', 'ReferenceError', 'RangeError', 'InvariantError']);

export type SafeError = {
  readonly type: string;
  readonly code?: string | number;
  readonly message?: string;
  readonly cause?: SafeError;
  readonly stack: readonly string[];
};

/** Where an error arose and of which kind. Its text only when it cannot quote what somebody entered. */
export function safeError(error: Error): SafeError {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.constructor.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(ABOUT_CODE.has(error.name) ? { message: withoutQuotes(error.message) } : {}),
    ...(error.cause instanceof Error ? { cause: safeError(error.cause) } : {}),
    stack: frames.slice(0, 12).map((line) => line.trim()),
  };
}

/** `not a calendar date: …` keeps what we wrote and drops what was given to us. */
const withoutQuotes = (message: string) =>
  scrub(message.replace(/: .*$/s, ': …').replace(/"[^"]*"/g, '"…"'));

const isPersonal = (key: string) => PERSONAL.test(key) && !HARMLESS.test(key);
