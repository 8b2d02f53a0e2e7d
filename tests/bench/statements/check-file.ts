import {
  type BankReadOptions,
  type BankStatementPort,
  FileUnreadableError,
  type InputFile,
  isCalendarDate,
  type ReadStatement,
} from '@inning/sdk';

export type Checked = {
  readonly statements: number;
  readonly lines: number;
  /** Why the file was refused; null when all of it was read. */
  readonly refusal: string | null;
};

/**
 * Reads a file, whatever is in it. Throws when the reader crashes, or when money appears or vanishes
 * without a warning that says so.
 */
export async function checkFile(
  reader: BankStatementPort,
  file: InputFile,
  options: BankReadOptions,
): Promise<Checked> {
  let statements = 0;
  let lines = 0;
  try {
    for await (const statement of reader.read(file, options)) {
      statements += 1;
      lines += statement.lines.length;
      checkStatement(statement);
    }
  } catch (error) {
    if (!(error instanceof FileUnreadableError)) throw error;
    return { statements, lines, refusal: error.message };
  }
  return { statements, lines, refusal: null };
}

function checkStatement(statement: ReadStatement): void {
  const { openingCents, closingCents, lines, warnings } = statement;
  let sum = 0n;
  for (const { amountCents, bookedOn } of lines) {
    if (!Number.isSafeInteger(amountCents) || amountCents === 0) {
      throw new Error(`${amountCents} is no amount`);
    }
    if (!isCalendarDate(bookedOn)) throw new Error(`${bookedOn} is no day`);
    sum += BigInt(amountCents);
  }
  const isChecked = openingCents !== null && closingCents !== null;
  const addsUp = isChecked && BigInt(openingCents) + sum === BigInt(closingCents);
  if (!addsUp && warnings.length === 0) {
    throw new Error(`${openingCents} and ${sum} make ${closingCents}, and nothing is said of it`);
  }
  const references = new Set([...lines].map((line) => line.bankReference));
  if (references.size !== lines.length) {
    throw new Error('two lines have one reference');
  }
}
