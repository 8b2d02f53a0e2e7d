import { DomainError, type InputFile, sayPlace } from '@inning/sdk';
import type { App } from '../../app.ts';
import { type Administration, keyOfAdministration } from '../../domain/administrations/index.ts';
import { chooseReader } from '../../domain/files/index.ts';
import { commandScope } from '../find-books.ts';
import type { ImportedFile } from './imported-file.ts';

/** Takes a bank statement in and matches it; a preview only counts what is in it. */
export async function importStatement(
  app: App,
  administration: Administration,
  { file, isPreview }: { readonly file: InputFile; readonly isPreview: boolean },
): Promise<ImportedFile> {
  try {
    const about = isPreview ? await look(app, administration, file) : null;
    return about ?? (await take(app, administration, file));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const nothing = { name: file.name, kind: 'bank-statement' as const, format: null, counts: {} };
    return { ...nothing, problems: [error.message], isFailed: true };
  }
}

async function look(app: App, administration: Administration, file: InputFile) {
  const readers = await app.rooms.readersFor(keyOfAdministration(administration));
  const reader = chooseReader(readers, file);
  let statements = 0;
  let lines = 0;
  const problems: string[] = [];
  for await (const statement of reader.port.read(file)) {
    statements += 1;
    lines += statement.lines.length;
    problems.push(...statement.warnings.map(sayWarning));
  }
  const counts = { statements, lines };
  const about = { name: file.name, kind: 'bank-statement' as const, format: reader.id };
  return { ...about, counts, problems, isFailed: false };
}

async function take(app: App, administration: Administration, file: InputFile) {
  const readers = await app.rooms.readersFor(keyOfAdministration(administration));
  const taken = await app.rooms.statements.receiveFile(commandScope, administration._id, {
    file,
    readers,
  });
  const { matched, plausible, unmatched } = taken.matching;
  return {
    name: file.name,
    kind: 'bank-statement' as const,
    format: taken.format,
    counts: { new: taken.newCount, known: taken.knownCount, matched, plausible, unmatched },
    problems: taken.warnings.map(sayWarning),
    isFailed: false,
  };
}

function sayWarning({
  place,
  message,
}: {
  place: Parameters<typeof sayPlace>[0];
  message: string;
}) {
  const where = sayPlace(place);
  return where === '' ? message : `${where}: ${message}`;
}
