import type { MessageParams } from '../message.ts';
import type { BankWarning } from '../ports/bank-statement-port.ts';
import type { Place } from '../ports/file.ts';

type What = {
  /** Stable, for programs: `BALANCES_DIFFER`. */
  readonly code: string;
  /** The facts in the message, so that it can be said in any language. */
  readonly params: MessageParams;
};

/** Collects what is odd. The same oddity on a thousand lines is one warning that says so. */
export function createWarnings() {
  const found = new Map<string, Partial<What> & { place: Place; count: number }>();

  return {
    /** `what` is the code, with the facts where there are any. */
    add(message: string, place: Place, what?: string | What): void {
      const known = found.get(message);
      const about = typeof what === 'string' ? { code: what } : what;
      if (known) known.count += 1;
      else found.set(message, { ...about, place, count: 1 });
    },
    list(): BankWarning[] {
      return [...found].map(([message, { count, ...about }]) => ({
        ...about,
        ...(count > 1 && { count }),
        message: count === 1 ? message : `${message} (${count} times, the first is named here)`,
      }));
    },
  };
}
export type Warnings = ReturnType<typeof createWarnings>;
