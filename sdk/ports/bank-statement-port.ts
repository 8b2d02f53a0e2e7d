import type { CalendarDate } from '../calendar-date.ts';
import type { Localized } from '../localized.ts';
import type { Cents } from '../money.ts';
import type { InputFile, Place } from './file.ts';

export type BankStatement = {
  /** IBAN where there is one, else the account number as printed. */
  readonly account: string;
  readonly currency: string;
  /** Number or id of the statement as the bank gives it. */
  readonly number: string;
  readonly openingCents: Cents | null;
  readonly openingOn: CalendarDate | null;
  readonly closingCents: Cents | null;
  readonly closingOn: CalendarDate | null;
  readonly lines: readonly BankLine[];
  /** What is odd without making it unreadable, such as a balance that does not add up. */
  readonly warnings: readonly BankWarning[];
};
export type BankWarning = { readonly place: Place; readonly message: string };

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
  /** Free text of the remittance information. */
  readonly description: string;
  /** Structured reference (betalingskenmerk, RF), without spaces. */
  readonly structuredReference: string | null;
  readonly endToEndId: string | null;
  /** True when the bank takes back an earlier booking (reversal, returned direct debit). */
  readonly isReversal: boolean;
  /** The bank's own transaction type, for people. */
  readonly typeCode: string | null;
};

/** Reads bank statements of one format. Throws `FileUnreadableError` naming the place. */
export type BankStatementPort = {
  readonly title: Localized;
  /** 0 is "not mine", 1 is certain. */
  recognise(file: InputFile): number;
  read(file: InputFile): Iterable<BankStatement> | AsyncIterable<BankStatement>;
};
