import { existsSync, readFileSync } from 'node:fs';
import { FileUnreadableError, type ImportItem } from '@inning/sdk';
import { expect, it } from 'vitest';
import { describeWithShared, sharedDir } from '../../tests/kit/shared.ts';
import { ublImporter } from './ubl-importer.ts';

const DIR = `${sharedDir()}corpora/ubl/`;

type Entry = { readonly file: string; readonly group: string; readonly expected: string };
type Derived = {
  readonly id: string;
  readonly type: string;
  readonly issue_date: string;
  readonly due_date: string | null;
  readonly currency: string | null;
  readonly customer: string;
  readonly customer_country?: string;
  readonly totals: Readonly<Record<string, string>>;
};

/** Groups that are no UBL invoice, with the words that must name what they are. */
const OTHER_FORMATS: readonly (readonly [RegExp, RegExp])[] = [
  [/rule tests/, /a set of tests for invoice rules/],
  [/purchase orders/, /a UBL Order, not an invoice/],
  [/CII|ZUGFeRD|Factur-X|security/, /a CII invoice|a ZUGFeRD 1\.0 invoice|a PDF with a ZUGFeRD/],
];

/** Invoices that lack or contradict something without which nothing can be collected. */
const REFUSED: Readonly<Record<string, string>> = {
  'SI-UBL-1.0-error-BIIRULES-R014.xml': 'AMOUNT_ZERO', // Minus 200, of which minus 200 was prepaid.
  '02.04a-INVOICE_ubl.xml': 'AMOUNT_ZERO', // Valid, but asks for nothing.
  'SI-UBL-1.0-error-BIIRULES-R024.xml': 'NUMBER_MISSING',
  'SI-UBL-INV-1.2-error-BII2-T10-R004.xml': 'DATE_MISSING',
  'SI-UBL-1.1-error-BII2-T10-R008.xml': 'DEBTOR_NAME_MISSING',
  'SI-UBL-INV-1.2-error-BII2-T10-R008.xml': 'DEBTOR_NAME_MISSING',
  'SI-UBL-2.0-BR-07-error-none.xml': 'DEBTOR_NAME_MISSING',
  // Their rule is content with an identifier of the buyer; a letter cannot be written to one.
  'SI-UBL-1.1-ok-EUGEN-T10-R036.xml': 'DEBTOR_NAME_MISSING',
  'SI-UBL-INV-1.2-ok-EUGEN-T10-R036.xml': 'DEBTOR_NAME_MISSING',
  'SI-UBL-1.1-error-BII2-T10-R013.xml': 'AMOUNT_MISSING',
  'SI-UBL-INV-1.2-error-BII2-T10-R013.xml': 'AMOUNT_MISSING',
  'SI-UBL-1.1-error-BII2-T10-R056.xml': 'TOTALS_CONTRADICT', // Asks 48.00 of 418.00.
  'SI-UBL-INV-1.2-error-BII2-T10-R056.xml': 'TOTALS_CONTRADICT',
  'SI-UBL-1.1-error-CL-T10-R003.xml': 'CURRENCY_CONTRADICTS', // XYZ in an invoice in EUR.
  'SI-UBL-INV-1.2-error-SI-V12-INV-R026-17.xml': 'CURRENCY_CONTRADICTS', // USD in EUR.
};

/** Files the manifest names that are not in every copy of the material. */
const MAY_BE_ABSENT = /-error-SI-INV-R004\.xml$/;

const bare = (file: string) => file.slice(file.lastIndexOf('/') + 1);

describeWithShared('the UBL files of others', 'corpora/ubl/manifest.open.json', () => {
  const manifest: Entry[] = JSON.parse(readFileSync(`${DIR}manifest.open.json`, 'utf8'));
  const entries = manifest.filter(
    ({ file }) => existsSync(DIR + file) || !MAY_BE_ABSENT.test(file),
  );
  const formatOf = ({ group, file }: Entry) =>
    group.includes('XML-Rechnung UBL') || /testsuite UBL/.test(group)
      ? undefined
      : OTHER_FORMATS.find(([groups]) => groups.test(group) && !/UBLInvoice/.test(file));
  const isRead = (entry: Entry) => !formatOf(entry) && !Object.hasOwn(REFUSED, bare(entry.file));
  const readItems = async ({ file }: Entry): Promise<ImportItem[]> => {
    const items: ImportItem[] = [];
    const input = { name: bare(file), bytes: readFileSync(DIR + file) };
    for await (const item of ublImporter.read(input, {})) items.push(item);
    return items;
  };
  const derivedOf = ({ expected }: Entry): Derived =>
    JSON.parse(readFileSync(DIR + expected, 'utf8')).derived;

  it('are all there and of three sorts', async () => {
    expect(entries.length).toBeGreaterThan(650);
    expect(entries.filter(formatOf).length).toBeGreaterThan(300);
  });

  it('of another format are refused by the name of that format', async () => {
    for (const entry of entries) {
      const format = formatOf(entry);
      if (!format) continue;
      let problem: unknown;
      try {
        await readItems(entry);
      } catch (error) {
        problem = error;
      }
      expect(problem, entry.file).toBeInstanceOf(FileUnreadableError);
      expect((problem as Error).message, entry.file).toMatch(format[1]);
    }
  });

  it('import with the expected number, days, currency, amounts and debtor', async () => {
    for (const entry of entries) {
      if (!isRead(entry)) continue;
      const [item] = await readItems(entry);
      if (!item || !('invoice' in item)) throw new Error(`${entry.file}: ${JSON.stringify(item)}`);
      const derived = derivedOf(entry);

      expect(summaryOf(item), entry.file).toEqual({
        number: derived.id,
        invoicedOn: derived.issue_date,
        dueOn: derived.due_date,
        // Where the document has no currency of its own, that of the amount counts, with a warning.
        currency: derived.currency ?? 'EUR',
        payable: roundedCents(derived.totals['PayableAmount']),
        debtor: derived.customer.replace(/\s+/g, ' '),
      });
      expect(item.invoice.debtor.invoiceAddress?.country ?? null).toBe(
        derived.customer_country ?? null,
      );
      expectPrepaidToFit(item, derived);
      if (derived.currency !== null) continue;
      expect(item.warnings.join()).toContain('DocumentCurrencyCode');
    }
  });

  it('are refused with the reason that fits when nothing can be collected with them', async () => {
    const refused = entries.filter(({ file }) => Object.hasOwn(REFUSED, bare(file)));

    expect(refused.map(({ file }) => bare(file)).sort()).toEqual(Object.keys(REFUSED).sort());
    for (const entry of refused) {
      const code = REFUSED[bare(entry.file)];
      expect(await readItems(entry), entry.file).toMatchObject([
        { refused: { code }, place: { line: expect.any(Number), field: expect.any(String) } },
      ]);
    }
  });
});

type InvoiceItem = Extract<ImportItem, { invoice: unknown }>;

function summaryOf({ invoice, warnings }: InvoiceItem) {
  const asked = invoice.openCents ?? invoice.totalCents;
  const isTurned = warnings.some((warning) => warning.includes('negative amount'));
  const { number, invoicedOn, dueOn, currency, debtor } = invoice;
  const payable = isTurned ? -asked : asked;
  return { number, invoicedOn, dueOn, currency, payable, debtor: debtor.name };
}

/** The whole amount is what is asked and what was prepaid, and for most the amount with VAT. */
function expectPrepaidToFit({ invoice, warnings }: InvoiceItem, { totals }: Derived) {
  if (invoice.openCents === null) return;
  const prepaid = roundedCents(totals['PrepaidAmount']);
  expect(invoice.totalCents - invoice.openCents).toBe(prepaid);
  if (warnings.length > 0) return;
  const rounding = roundedCents(totals['PayableRoundingAmount']);
  expect(invoice.totalCents).toBe(roundedCents(totals['TaxInclusiveAmount']) + rounding);
}

/** Independent of the reader: through a float, which is exact enough for these amounts. */
const roundedCents = (text = '0') => Math.round(Number(text) * 100);
