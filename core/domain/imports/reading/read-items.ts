import {
  DomainError,
  FileUnreadableError,
  type ImportItem,
  type ImportOptions,
  type InputFile,
  type InvoiceImportPort,
} from '@inning/sdk';
import { chooseReader, FileFormatUnknownError, type Reader } from '../../files/index.ts';

/** An importer; `columns` shows how the columns of a file are understood, for formats that have them. */
export type Importer = Reader<InvoiceImportPort> & {
  readonly columns?: (file: InputFile, options: ImportOptions) => object;
};
export type ReadItem = {
  /** Its place in all files together: the same files give the same numbers every time. */
  readonly ordinal: number;
  readonly fileIndex: number;
  readonly item: ImportItem;
};
export type ReadFile = { readonly format: string | null; readonly columns: object | null };
export type ReadImport = {
  readonly files: readonly ReadFile[];
  readonly items: readonly ReadItem[];
};

/** Reads all files. A file that cannot be read is one refused item; the others are not affected. */
export async function readItems(
  importers: readonly Importer[],
  files: readonly InputFile[],
  options: ImportOptions,
): Promise<ReadImport> {
  const items: ReadItem[] = [];
  const read: ReadFile[] = [];
  for (const [fileIndex, file] of files.entries()) {
    const before = items.length;
    const add = (item: ImportItem) => items.push({ ordinal: items.length, fileIndex, item });
    let format: string | null = null;
    let columns: object | null = null;
    try {
      const importer = chooseReader(importers, file);
      format = importer.id;
      columns = importer.columns?.(file, options) ?? null;
      for await (const item of importer.port.read(file, options)) add(item);
    } catch (error) {
      if (!isAboutFile(error)) throw error;
      // Nothing of a file counts that breaks off halfway.
      items.length = before;
      add({ place: placeOf(error), refused: { code: error.code, message: error.message } });
    }
    read.push({ format, columns });
  }
  return { files: read, items };
}

const isAboutFile = (error: unknown): error is DomainError =>
  error instanceof FileUnreadableError || error instanceof FileFormatUnknownError;

function placeOf({ details }: DomainError) {
  const { line, field, path } = details;
  return {
    ...(typeof line === 'number' ? { line } : {}),
    ...(typeof field === 'string' ? { field } : {}),
    ...(typeof path === 'string' ? { path } : {}),
  };
}
