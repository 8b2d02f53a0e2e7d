import { UsageError } from '../cli.errors.ts';

/** `['number=Factuur']` as `{ number: 'Factuur' }`. Throws `UsageError` for anything else. */
export function columnsOf(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((text) => {
      const at = text.indexOf('=');
      if (at < 1 || at === text.length - 1) {
        throw new UsageError(`--column takes FIELD=HEADER, such as number=Factuur; not "${text}".`);
      }
      return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    }),
  );
}
