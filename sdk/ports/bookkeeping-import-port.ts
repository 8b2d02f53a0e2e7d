import type { CalendarDate } from '../calendar-date.ts';
import type { Cents } from '../money.ts';
import type { CarriedFile } from './connector-port.ts';
import type { ImportedDebtor, ImportedInvoice, Refusal } from './invoice-import-port.ts';

/** An invoice as the bookkeeping has it now. */
export type BookkeepingInvoice = Omit<ImportedInvoice, 'documents'> & {
  /** The bookkeeping's own id; stays the same when the invoice changes. */
  readonly id: string;
  /** What `document` fetches. */
  readonly documentIds: readonly string[];
  /** The day it was paid in full according to the bookkeeping; null while open. */
  readonly paidOn: CalendarDate | null;
};
export type BookkeepingPayment = {
  readonly id: string;
  readonly invoiceId: string;
  readonly paidOn: CalendarDate;
  /** Positive is received. */
  readonly amountCents: Cents;
};

export type BookkeepingItem =
  | { readonly invoice: BookkeepingInvoice }
  | { readonly debtor: ImportedDebtor & { readonly id: string } }
  | { readonly payment: BookkeepingPayment }
  /** Something it could not turn into one of these; told to a person, never left out in silence. */
  | { readonly id: string; readonly refused: Refusal };

export type BookkeepingPage = {
  readonly items: readonly BookkeepingItem[];
  /** Where the next reading goes on, also tomorrow: kept by the platform. */
  readonly cursor: string;
  /** False when there is more to read now. */
  readonly isLast: boolean;
};

/**
 * Reads invoices, debtors and payments from a bookkeeping system over its API. It only reads. Throws
 * the errors of `connector-errors.ts`.
 */
export type BookkeepingImportPort = {
  /** Everything that changed since the cursor, each at least once; null reads from the beginning. */
  changes(question: {
    readonly cursor: string | null;
    /** At most this many items in one answer. */
    readonly limit: number;
  }): Promise<BookkeepingPage>;
  document(documentId: string): Promise<CarriedFile>;
};
