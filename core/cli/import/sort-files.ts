import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { InputFile } from '@inning/sdk';
import type { App } from '../../app.ts';
import { type Administration, keyOfAdministration } from '../../domain/administrations/index.ts';

export type SortedFiles = {
  /** Files with invoices or debtors, and files that nobody knows: the import refuses those in words. */
  readonly invoices: readonly InputFile[];
  readonly statements: readonly InputFile[];
};

/** Reads the files and tells bank statements from the rest, by who is surest of each. */
export async function sortFiles(
  app: App,
  administration: Administration,
  paths: readonly string[],
): Promise<SortedFiles> {
  const place = keyOfAdministration(administration);
  const [importers, readers] = await Promise.all([
    app.rooms.importersFor(place),
    app.rooms.readersFor(place),
  ]);
  const sureness = (file: InputFile, all: readonly { port: Recogniser }[]) =>
    Math.max(0, ...all.map(({ port }) => port.recognise(file)));

  const invoices: InputFile[] = [];
  const statements: InputFile[] = [];
  for (const path of paths) {
    const file = { name: basename(path), bytes: await readFile(path) };
    const isStatement = sureness(file, readers) > sureness(file, importers);
    (isStatement ? statements : invoices).push(file);
  }
  return { invoices, statements };
}
type Recogniser = { recognise(file: InputFile): number };

/** The paths as the person meant them, from where the command was given. */
export const pathsFrom = (cwd: string, words: readonly string[]) =>
  words.map((word) => resolve(cwd, word));
