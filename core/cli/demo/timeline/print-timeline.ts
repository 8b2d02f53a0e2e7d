import { formatDay, type Locale } from '@inning/sdk';
import type { TimelineLine } from './telling.ts';

const NAME_WIDTH = 28;

/** Prints lines for people, with the day above what happened on it; says each day once. */
export function createPrinter(out: (line: string) => void, locale: Locale) {
  let day: string | null = null;
  return (lines: readonly TimelineLine[]): void => {
    for (const line of lines) {
      if (line.label === null) continue;
      if (line.date !== day) {
        if (day !== null) out('');
        day = line.date;
        out(formatDay(day, locale));
      }
      const name = shortened(line.debtor ?? '').padEnd(NAME_WIDTH);
      out(`  ${name}  ${line.label}${line.reason === '' ? '' : `  (${line.reason})`}`);
    }
  };
}

const shortened = (name: string) =>
  name.length > NAME_WIDTH ? `${name.slice(0, NAME_WIDTH - 1)}…` : name;
