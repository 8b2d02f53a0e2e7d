import { DomainError, type InputFile, latestDay, type ReadStatement } from '@inning/sdk';
import type { App } from '../../../app.ts';
import { type Administration, keyOfAdministration } from '../../../domain/administrations/index.ts';
import { chooseReader } from '../../../domain/files/index.ts';

export type DatedStatement = {
  readonly file: string;
  readonly statement: ReadStatement;
  /** The day on which the bank hands it over; null when it does not say. */
  readonly on: string | null;
};
export type ReadStatements = {
  /** Oldest first. */
  readonly statements: readonly DatedStatement[];
  /** One sentence for each file that cannot be read. */
  readonly problems: readonly string[];
};

/** Reads every statement with its closing date; nothing is booked yet. */
export async function readStatements(
  app: App,
  books: Administration,
  files: readonly InputFile[],
): Promise<ReadStatements> {
  const readers = await app.rooms.readersFor(keyOfAdministration(books));
  const statements: DatedStatement[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const own: DatedStatement[] = [];
    try {
      const { port } = chooseReader(readers, file);
      for await (const statement of port.read(file)) {
        own.push({ file: file.name, statement, on: closingDay(statement) });
      }
      statements.push(...own);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      problems.push(error.message);
    }
  }
  return { statements: statements.toSorted(byDay), problems };
}

const closingDay = ({ closingOn, lines }: ReadStatement): string | null =>
  closingOn ?? latestDay([...lines].map((line) => line.bookedOn));

const byDay = (a: DatedStatement, b: DatedStatement) => {
  const [one, other] = [a.on ?? '', b.on ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
};
