import type { CalendarDate } from '../calendar-date.ts';
import type { DebtorKind } from '../country.ts';
import type { Locale, Localized } from '../localized.ts';
import type { Cents } from '../money.ts';
import type { InputFile, Place } from './file.ts';

/** A postal address; lines are as printed on an envelope. */
export type PostalAddress = {
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  /** ISO 3166, such as `NL`. */
  readonly country: string | null;
};

export type ImportedDebtor = {
  /** The debtor's number in the bookkeeping, or null when the file has none. */
  readonly number: string | null;
  readonly kind: DebtorKind | null;
  readonly name: string;
  readonly attention: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly mobile: string | null;
  readonly language: Locale | null;
  readonly invoiceAddress: PostalAddress | null;
  readonly correspondenceAddress: PostalAddress | null;
  /** Chamber of commerce number. */
  readonly companyNumber: string | null;
  readonly vatNumber: string | null;
  readonly iban: string | null;
  readonly remarks: string | null;
};

/** Who claims the money, by the file: told apart by its numbers, since names are written in many ways. */
export type ImportedCreditor = {
  readonly name: string | null;
  /** Chamber of commerce number. */
  readonly companyNumber: string | null;
  readonly vatNumber: string | null;
};

export type ImportedInvoice = {
  readonly kind: 'invoice' | 'credit-note';
  readonly number: string;
  readonly invoicedOn: CalendarDate;
  /** Null when the file does not say; the administration's payment term then counts. */
  readonly dueOn: CalendarDate | null;
  readonly currency: string;
  /** At least 1 for an invoice; for a credit note the credited amount, also positive. */
  readonly totalCents: Cents;
  /** What the bookkeeping still sees open, when the file says. */
  readonly openCents: Cents | null;
  /** The invoice a credit note corrects. */
  readonly correctsNumber: string | null;
  readonly description: string | null;
  /** Structured reference (betalingskenmerk, RF) the debtor pays with. */
  readonly paymentReference: string | null;
  /** Left out when the file does not say whose invoice it is. */
  readonly creditor?: ImportedCreditor;
  readonly debtor: ImportedDebtor;
  readonly documents: readonly ImportedDocument[];
};
export type ImportedDocument = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

/** One line or document of a file: read, or refused with the reason. Nothing is repaired in silence. */
export type ImportItem =
  | {
      readonly place: Place;
      readonly invoice: ImportedInvoice;
      readonly warnings: readonly string[];
    }
  | { readonly place: Place; readonly debtor: ImportedDebtor; readonly warnings: readonly string[] }
  | { readonly place: Place; readonly refused: Refusal };
export type Refusal = { readonly code: string; readonly message: string };

export type ImportOptions = {
  /** Column in the file (header text) by field of ours, for what the headers do not tell. */
  readonly columns?: Readonly<Record<string, string>>;
};

/** The columns of a file and what each is read for; a person may say otherwise in `ImportOptions`. */
export type ColumnsPreview = {
  readonly encoding: string;
  readonly delimiter: string;
  readonly holds: 'invoices' | 'debtors';
  readonly columns: readonly {
    readonly header: string;
    /** The field of ours it is read for, or null when it is left aside. */
    readonly field: string | null;
    /** Its first cells that are not empty. */
    readonly samples: readonly string[];
  }[];
  /** Fields that must be mapped before the file can be read. */
  readonly missing: readonly string[];
};

/** Reads invoices and debtors from files of one format. Throws `FileUnreadableError` for a whole file. */
export type InvoiceImportPort = {
  readonly title: Localized;
  /** Cheap look at the first bytes; the importer that is surest reads the file. 0 is "not mine", 1 is certain. */
  recognise(file: InputFile): number;
  /** How the columns of a file are understood, for formats that have columns. */
  columns?(file: InputFile, options: ImportOptions): ColumnsPreview;
  read(file: InputFile, options: ImportOptions): Iterable<ImportItem> | AsyncIterable<ImportItem>;
};
