import { MatchInputError } from './match-input.errors.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Fields of one object; a missing or wrong one is an error that names the object and the field. */
export function fieldsOf(row: Row, place: string) {
  const wrong = (name: string, kind: string) =>
    new MatchInputError(place, `"${name}" is not ${kind}`);
  return {
    text(name: string): string {
      const value = row[name];
      if (typeof value !== 'string') throw wrong(name, 'a text');
      return value;
    },
    maybeText(name: string): string | null {
      const value = row[name] ?? null;
      if (value !== null && typeof value !== 'string') throw wrong(name, 'a text or null');
      return value;
    },
    cents(name: string): number {
      const value = row[name] ?? 0;
      if (!Number.isSafeInteger(value)) throw wrong(name, 'a whole number of cents');
      return value as number;
    },
    texts(name: string): string[] {
      const value = row[name] ?? [];
      if (!Array.isArray(value) || value.some((one) => typeof one !== 'string')) {
        throw wrong(name, 'a list of texts');
      }
      return value as string[];
    },
    rows(name: string): Row[] {
      const value = row[name] ?? [];
      if (!Array.isArray(value) || value.some((one) => typeof one !== 'object' || one === null)) {
        throw wrong(name, 'a list of objects');
      }
      return value as Row[];
    },
    row(name: string): Row | null {
      const value = row[name] ?? null;
      if (value !== null && typeof value !== 'object') throw wrong(name, 'an object or null');
      return value as Row | null;
    },
  };
}
