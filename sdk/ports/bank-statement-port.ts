import type { CalendarDate } from '../calendar-date.ts';
import type { Localized } from '../localized.ts';
import type { MessageParams } from '../message.ts';
import type { Cents } from '../money.ts';
import type { InputFile, Place } from './file.ts';
import type { ColumnsPreview } from './invoice-import-port.ts';

export type BankStatement = {
  /** The format with its version, such as `MT940` or `CAMT.053.001.02`. */
  readonly format?: string;
  /**
   * IBAN where there is one, else the account number as printed. Empty only for a part of a statement
   * that was asked for as such.
   */
  readonly account: string;
  readonly currency: string;
  /** Number or id of the statement as the bank gives it. */
  readonly number: string;
  /** What the bank counts its statements with, as printed; null when it does not count. */
  readonly sequence?: string | null;
  readonly openingCents: Cents | null;
  readonly openingOn: CalendarDate | null;
  readonly closingCents: Cents | null;
  readonly closingOn: CalendarDate | null;
  readonly lines: readonly BankLine[];
  /** What is odd without making it unreadable, such as a balance that does not add up. */
  readonly warnings: readonly BankWarning[];
};
/**
 * Lines to go through as often as needed. Of a very large statement they are unpacked on the way, so
 * keep what is needed of a line rather than the lines.
 */
export type BankLines = Iterable<BankLine> & { readonly length: number };
/** A statement as a reader hands it over. */
export type ReadStatement = Omit<BankStatement, 'lines'> & { readonly lines: BankLines };

export type BankWarning = {
  readonly place: Place;
  readonly message: string;
  /** Stable, for programs: `BALANCES_DIFFER`. */
  readonly code?: string;
  /** The facts in it, so that it can be said in any language. */
  readonly params?: MessageParams;
  /** How often it is so, when more than once; the place is the first one. */
  readonly count?: number;
};

export type BankLine = {
  readonly place: Place;
  /**
   * Identifies the line within its account, also when the same day is delivered again in another
   * file: the bank's own reference where it is unique, else derived from the line's contents.
   */
  readonly bankReference: string;
  readonly bookedOn: CalendarDate;
  readonly valueOn: CalendarDate | null;
  /** Positive is received, negative is paid out. Never zero. */
  readonly amountCents: Cents;
  readonly currency: string;
  readonly counterpartyName: string | null;
  readonly counterpartyAccount: string | null;
  /** The bank of the other side, by its BIC. */
  readonly counterpartyBic?: string | null;
  /** Free text of the remittance information. */
  readonly description: string;
  /** Structured reference (betalingskenmerk, RF), without spaces. */
  readonly structuredReference: string | null;
  readonly endToEndId: string | null;
  /** What the bank itself calls the transaction, as printed; not always unique. */
  readonly transactionId?: string | null;
  /** The mandate of a direct debit. */
  readonly mandateId?: string | null;
  /** True when the bank takes back an earlier booking (reversal, returned direct debit). */
  readonly isReversal: boolean;
  /** The bank's own transaction type, for people. */
  readonly typeCode: string | null;
  /** What the bank calls the batch that this line was booked with, when there is one. */
  readonly batchReference?: string | null;
  /** Why a payment came back, as the bank says it: mostly an ISO 20022 code such as `MS03`. */
  readonly returnReason?: string | null;
};

export type BankReadOptions = {
  /**
   * Reads a part of a statement too, such as lines without account or a file that was cut off, with a
   * warning that says what is missing. Without it such a file is refused: nothing of it may be booked.
   */
  readonly allowsParts?: boolean;
  /** For tables: a field of ours and the header of its column, `{ amount: 'Bedrag (EUR)' }`. */
  readonly columns?: Readonly<Record<string, string>>;
  /** For tables that do not say of which account they are. */
  readonly account?: string;
  /** For tables: how they write what can be read in two ways; left out where the table shows it. */
  readonly styles?: TableStyles;
};
export type TableStyles = {
  readonly dayOrder?: 'day-first' | 'month-first' | 'year-first';
  readonly decimalMark?: ',' | '.';
};

/** How a table of bookings would be read, so that a person can check and complete it. */
export type BankTablePreview = Pick<ColumnsPreview, 'columns' | 'missing'> & {
  /** Everything a column can hold, what matters most first. */
  readonly fields: readonly string[];
  /** False when the first row is a booking already: the columns are then called `1`, `2` and so on. */
  readonly hasHeaders: boolean;
  /** True when a column says of which account each booking is. */
  readonly namesAccount: boolean;
  readonly rowCount: number;
  /** The first bookings as they would be read. */
  readonly rows: readonly Omit<BankLine, 'bankReference'>[];
  readonly problemCount: number;
  /** The first cells that cannot be read; while there is one, nothing of the table is booked. */
  readonly problems: readonly TableProblem[];
  /** Where every row can be read: what it comes to. */
  readonly receivedCents: Cents;
  readonly paidCents: Cents;
  readonly warnings: readonly BankWarning[];
};
export type TableProblem = {
  readonly place: Place;
  /** Stable, for programs: `DAY_UNCLEAR`. */
  readonly code: string;
  readonly message: string;
  /** What stands in the cell. */
  readonly value: string;
};

/** Reads bank statements of one format. Throws `FileUnreadableError` naming the place. */
export type BankStatementPort = {
  readonly title: Localized;
  /** 0 is "not mine", 1 is certain. */
  recognise(file: InputFile): number;
  /**
   * For formats with columns: how the file would be read with these options, also when something is
   * still missing. Throws `FileUnreadableError` when it is no table at all.
   */
  preview?(file: InputFile, options: BankReadOptions): BankTablePreview;
  read(
    file: InputFile,
    options?: BankReadOptions,
  ): Iterable<ReadStatement> | AsyncIterable<ReadStatement>;
};
