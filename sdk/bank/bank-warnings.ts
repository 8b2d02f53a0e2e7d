import type { BankWarning } from '../ports/bank-statement-port.ts';
import type { Place } from '../ports/file.ts';

/** Collects what is odd. The same oddity on a thousand lines is one warning that says so. */
export function createWarnings() {
  const found = new Map<string, { place: Place; count: number; code: string | undefined }>();

  return {
    /** `code` is stable, for programs: `BALANCES_DIFFER`. */
    add(message: string, place: Place, code?: string): void {
      const known = found.get(message);
      if (known) known.count += 1;
      else found.set(message, { place, count: 1, code });
    },
    list(): BankWarning[] {
      return [...found].map(([message, { place, count, code }]) => ({
        place,
        ...(code !== undefined && { code }),
        message: count === 1 ? message : `${message} (${count} times, the first is named here)`,
      }));
    },
  };
}
export type Warnings = ReturnType<typeof createWarnings>;
