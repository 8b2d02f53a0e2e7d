import {
  cents,
  FileUnreadableError,
  type ImportedDebtor,
  type ImportedDocument,
  type ImportedInvoice,
  type ImportItem,
  type InputFile,
  type InvoiceImportPort,
} from '@inning/sdk';
import type { Importer } from '../imports/index.ts';

type Line = Partial<Omit<ImportedInvoice, 'debtor' | 'totalCents' | 'openCents' | 'documents'>> & {
  readonly totalCents?: number;
  readonly openCents?: number;
  readonly document?: string;
  readonly debtor?: Partial<ImportedDebtor>;
  readonly refused?: string;
};

const NOBODY: ImportedDebtor = {
  number: null,
  kind: null,
  name: 'Jansen',
  attention: null,
  email: null,
  phone: null,
  mobile: null,
  language: null,
  invoiceAddress: null,
  correspondenceAddress: null,
  companyNumber: null,
  vatNumber: null,
  iban: null,
  remarks: null,
};

/** Reads JSON, one item per line: an invoice when there is a number, else a debtor. For tests. */
const port: InvoiceImportPort = {
  title: { en: 'JSON' },
  recognise: (file) => (file.name.endsWith('.json') ? 1 : 0),
  *read(file: InputFile) {
    for (const [index, text] of new TextDecoder().decode(file.bytes).split('\n').entries()) {
      if (text === 'BROKEN')
        throw new FileUnreadableError(file.name, 'it ends here', { line: index + 1 });
      yield itemOf(JSON.parse(text) as Line, index + 1);
    }
  },
};

export const jsonImporter: Importer = { id: 'json', port };

export const jsonFile = (
  lines: readonly (Line | 'BROKEN')[],
  name = 'invoices.json',
): InputFile => ({
  name,
  bytes: Buffer.from(
    lines.map((line) => (line === 'BROKEN' ? line : JSON.stringify(line))).join('\n'),
  ),
});

const PLAIN = {
  kind: 'invoice',
  invoicedOn: '2026-01-15',
  dueOn: null,
  currency: 'EUR',
  totalCents: cents(10_000),
  openCents: null,
  correctsNumber: null,
  description: null,
  paymentReference: null,
};

function itemOf(line: Line, at: number): ImportItem {
  const place = { line: at };
  const debtor = { ...NOBODY, ...line.debtor };
  if (line.refused) return { place, refused: { code: 'REFUSED', message: line.refused } };
  if (!line.number) return { place, debtor, warnings: [] };
  const { document, refused: _, ...said } = line;
  const invoice = {
    ...PLAIN,
    ...said,
    number: line.number,
    debtor,
    documents: document ? [pdf(document)] : [],
  } as unknown as ImportedInvoice;
  return { place, invoice, warnings: [] };
}

const pdf = (text: string): ImportedDocument => ({
  name: 'invoice.pdf',
  mediaType: 'application/pdf',
  bytes: Buffer.from(text),
});
