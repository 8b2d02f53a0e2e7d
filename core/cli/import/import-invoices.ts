import { type InputFile, type Place, sayPlace } from '@inning/sdk';
import type { App } from '../../app.ts';
import type { Administration } from '../../domain/administrations/index.ts';
import type { ImportItemRow } from '../../domain/imports/index.ts';
import { commandScope } from '../find-books.ts';
import type { ImportedFile } from './imported-file.ts';

const PAGE = 200;

export type InvoiceImport = {
  readonly files: readonly InputFile[];
  readonly columns: Readonly<Record<string, string>>;
  /** Looks only; nothing is written. */
  readonly isPreview: boolean;
};

/** Looks through files with invoices or debtors and, unless it is a preview, writes them. */
export async function importInvoices(
  app: App,
  administration: Administration,
  { files, columns, isPreview }: InvoiceImport,
): Promise<ImportedFile[]> {
  if (files.length === 0) return [];
  const { imports } = app.rooms;
  const by = 'command line';
  const preview = await imports.preview(commandScope, {
    administrationId: administration._id,
    files,
    columns,
    by,
  });
  const row = isPreview
    ? preview
    : await imports.commit(commandScope, { importId: preview._id, by });
  const refused = await refusedItems(app, preview._id);

  return row.files.map((file, index) => {
    const its = refused.filter((item) => item.fileIndex === index);
    const { new: fresh, changed, unchanged } = file.counts;
    return {
      name: file.name,
      kind: 'invoices',
      format: file.format ?? null,
      counts: { new: fresh, changed, unchanged, refused: file.counts.refused },
      problems: its.map(sayRefusal),
      isFailed: its.length > 0,
    };
  });
}

async function refusedItems(app: App, importId: Parameters<typeof app.rooms.imports.get>[1]) {
  const found: ImportItemRow[] = [];
  let cursor: string | null = null;
  do {
    const page: { limit: number; cursor?: string } = { limit: PAGE };
    if (cursor !== null) page.cursor = cursor;
    const read = await app.rooms.imports.items(commandScope, importId, { status: 'refused', page });
    found.push(...read.items);
    cursor = read.nextCursor;
  } while (cursor !== null);
  return found;
}

function sayRefusal(item: ImportItemRow): string {
  const where = sayPlace((item.place ?? {}) as Place);
  const reason = (item.reason as { message?: string } | null)?.message ?? 'is refused';
  const what = item.number ? `${item.number}: ` : '';
  return `${where === '' ? '' : `${where}: `}${what}${reason}`;
}
