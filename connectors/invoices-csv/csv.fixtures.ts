import type { ImportItem, ImportOptions, InputFile } from '@inning/sdk';
import { csvImporter } from './csv-importer.ts';

export const fileOf = (content: string | Uint8Array, name = 'facturen.csv'): InputFile => ({
  name,
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
});

export async function readAll(
  content: string | Uint8Array,
  options: ImportOptions = {},
): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const item of csvImporter.read(fileOf(content), options)) items.push(item);
  return items;
}

/** The only item, which must be an invoice. */
export async function readOne(content: string | Uint8Array, options: ImportOptions = {}) {
  const [item, ...others] = await readAll(content, options);
  if (!item || !('invoice' in item) || others.length > 0) {
    throw new Error(`not one invoice: ${JSON.stringify(item)}`);
  }
  return item;
}

/** The only item, which must be refused. */
export async function refusedOne(content: string | Uint8Array, options: ImportOptions = {}) {
  const [item] = await readAll(content, options);
  if (!item || !('refused' in item)) throw new Error(`not refused: ${JSON.stringify(item)}`);
  return { ...item.refused, place: item.place };
}

/** A file with one invoice: each header with its cell. */
export function invoiceCsv(cells: Readonly<Record<string, string>> = {}): string {
  const all: Record<string, string> = {
    Factuurnummer: '2026-0041',
    Factuurdatum: '01-03-2026',
    Bedrag: '121,00',
    Naam: 'Bakkerij Korenaar',
    ...cells,
  };
  return `${Object.keys(all).join(';')}\n${Object.values(all).join(';')}\n`;
}
