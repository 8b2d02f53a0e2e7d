/** An object of an answer: whatever is in it must be looked at before it is believed. */
export type JsonFields = Readonly<Record<string, unknown>>;

/** What a body says; null when it is not JSON, as a page for people in place of an answer. */
export function readJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}

/** Nothing in it where the value is no object, so that one can look further without asking. */
export const asFields = (value: unknown): JsonFields =>
  typeof value === 'object' && value !== null ? (value as JsonFields) : {};

/** No rows where the value is no list. */
export const asRows = (value: unknown): readonly JsonFields[] =>
  Array.isArray(value) ? value.map(asFields) : [];

/** Without the white space around it; null where there is no text, or nothing in it. */
export const asText = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
