/** What became of one file, as the command tells it. */
export type ImportedFile = {
  readonly name: string;
  readonly kind: 'invoices' | 'bank-statement';
  /** The importer or reader that knew it; null when none did. */
  readonly format: string | null;
  readonly counts: Readonly<Record<string, number>>;
  /** Lines that were refused and things that are odd, with their place. */
  readonly problems: readonly string[];
  /** Something of it was not taken over. */
  readonly isFailed: boolean;
};

const SHOWN_PROBLEMS = 20;

/** The lines for one file: counts first, then what is wrong with it. */
export function sayFile(file: ImportedFile): string[] {
  const counts = Object.entries(file.counts).map(([name, count]) => `${name} ${count}`);
  const hidden = file.problems.length - SHOWN_PROBLEMS;
  return [
    `${file.name} (${file.format ?? 'unknown format'}): ${counts.join(', ')}`,
    ...file.problems.slice(0, SHOWN_PROBLEMS).map((problem) => `    ${problem}`),
    ...(hidden > 0 ? [`    and ${hidden} more; --json shows all`] : []),
  ];
}
