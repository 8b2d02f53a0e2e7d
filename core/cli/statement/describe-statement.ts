import type { BankLine, BankWarning, CalendarDate, Cents, ReadStatement } from '@inning/sdk';

/** What is printed of a statement before its `entries` and `problems`; amounts are whole cents. */
type StatementHeading = {
  readonly file: string;
  readonly format: string;
  readonly account: {
    readonly iban: string | null;
    /** The number of an account without IBAN, as printed. */
    readonly number: string | null;
    readonly currency: string | null;
  };
  readonly sequence: string | null;
  readonly opening: DatedBalance | null;
  readonly closing: DatedBalance | null;
};
type DatedBalance = { readonly date: CalendarDate | null; readonly amountCents: Cents };

/**
 * The description as JSON on one line, piece by piece: of a very large statement it would not fit in
 * memory. `format` names the reader, for one that does not say what it read.
 */
export function* describeStatement(
  file: string,
  format: string,
  statement: ReadStatement,
): Generator<string> {
  const heading = JSON.stringify(describeHeading(file, format, statement));
  let text = `${heading.slice(0, -1)},"entries":[`;
  let comma = '';
  for (const line of statement.lines) {
    text += comma + JSON.stringify(describeEntry(line));
    comma = ',';
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  const problems = statement.warnings.map(describeProblem);
  yield `${text}],"problems":${JSON.stringify(problems)}}`;
}

/** Characters that are printed at once. */
const PIECE = 65_536;

function describeHeading(file: string, format: string, statement: ReadStatement): StatementHeading {
  const { openingCents, openingOn, closingCents, closingOn } = statement;
  return {
    file,
    format: statement.format ?? format,
    account: { ...splitAccount(statement.account), currency: known(statement.currency) },
    sequence: statement.sequence ?? null,
    opening: openingCents === null ? null : { date: openingOn, amountCents: openingCents },
    closing: closingCents === null ? null : { date: closingOn, amountCents: closingCents },
  };
}

function describeEntry(line: BankLine) {
  return {
    bookedOn: line.bookedOn,
    valueOn: line.valueOn,
    amountCents: line.amountCents,
    currency: known(line.currency),
    transactionId: line.transactionId ?? null,
    endToEndId: line.endToEndId,
    mandateId: line.mandateId ?? null,
    counterparty: {
      name: line.counterpartyName,
      ...splitAccount(line.counterpartyAccount),
      bic: line.counterpartyBic ?? null,
    },
    remittance: line.description,
    structuredReference: line.structuredReference,
    type: line.typeCode,
    isReversal: line.isReversal,
    returnReason: line.returnReason ?? null,
  };
}

function describeProblem({ place, code, message }: BankWarning) {
  return { line: place.line ?? null, code: code ?? 'NOTE', message };
}

/** `XXX` is how ISO 4217 says that no currency is known. */
const known = (currency: string) => (currency === 'XXX' ? null : currency);

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

function splitAccount(account: string | null) {
  const isIban = account !== null && IBAN.test(account);
  return { iban: isIban ? account : null, number: isIban ? null : account || null };
}
