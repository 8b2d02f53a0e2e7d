import {
  type ColumnsPreview,
  type DomainError,
  FileUnreadableError,
  type ImportItem,
  type ImportOptions,
  type InputFile,
  type InvoiceImportPort,
} from '@inning/sdk';
import { chooseReader, FileFormatUnknownError, type Reader } from '../../files/index.ts';

/** How the columns of a table are read, so that a person can check and complete it. */
export type UnderstoodColumns = Pick<ColumnsPreview, 'columns' | 'missing'>;
export type Importer = Reader<InvoiceImportPort>;
export type ReadItem = {
  /** Its place in all files together: the same files give the same numbers every time. */
  readonly ordinal: number;
  readonly fileIndex: number;
  readonly item: ImportItem;
};
export type ReadFile = {
  readonly format: string | null;
  readonly columns: UnderstoodColumns | null;
};
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
    let columns: UnderstoodColumns | null = null;
    try {
      const importer = chooseReader(importers, file);
      format = importer.id;
      columns = importer.port.columns?.(file, options) ?? null;
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
