import type { BankLine, BankStatement, CalendarDate } from '@inning/sdk';
import { CamtProblem } from '../camt-problem.ts';
import { readAccount } from '../entry/parties.ts';
import { readEntry } from '../entry/read-entry.ts';
import type { TransactionDetail } from '../entry/transaction-details.ts';
import { find, textAt, textOf, type XmlElement } from '../xml/element.ts';
import { type Balance, openingAndClosing, readBalance } from './balances.ts';
import { warnOfTotal } from './check-total.ts';
import { dayOf } from './days.ts';
import type { LineDraft, References } from './references.ts';
import { createWarnings } from './warnings.ts';

export type MessageKind = { readonly statement: string; readonly number: '052' | '053' | '054' };
export type StatementOrigin = {
  readonly line: number;
  readonly createdOn: CalendarDate | null;
  readonly references: References;
};

const KIND_WARNINGS = {
  '052': 'This is CAMT.052, a report during the day; its lines come again in the statement.',
  '053': null,
  '054': 'This is CAMT.054, a notice of bookings; its lines come again in the statement.',
};

/** Gathers one statement from its pieces, which come in the order of the file. */
export function startStatement(kind: MessageKind, origin: StatementOrigin) {
  const place = { line: origin.line, field: kind.statement };
  const warnings = createWarnings();
  const about: Record<string, string | null> = {};
  const balances: Balance[] = [];
  const drafts: LineDraft[] = [];
  const booked: { cents: bigint; currencies: Set<string> } = { cents: 0n, currencies: new Set() };
  let account: string | null = null;
  let createdOn = origin.createdOn;
  let endsOn: CalendarDate | null = null;

  const kindWarning = KIND_WARNINGS[kind.number];
  if (kindWarning !== null) warnings.add(kindWarning, place);

  const addEntry = (entry: XmlElement, details: readonly TransactionDetail[]) => {
    const statementOn = openingAndClosing(balances).closing?.on ?? endsOn ?? createdOn;
    const currency = about['Ccy'] ?? null;
    const read = readEntry(entry, details, { account, currency, statementOn, warnings });
    if (read === null) return;
    booked.cents += BigInt(read.booking.amountCents);
    booked.currencies.add(read.booking.currency);
    for (const line of read.lines) drafts.push(line);
  };

  const readers: Readonly<Record<string, (piece: XmlElement) => void>> = {
    Id: (piece) => (about['Id'] = textOf(piece)),
    ElctrncSeqNb: (piece) => (about['ElctrncSeqNb'] = textOf(piece)),
    CreDtTm: (piece) => (createdOn = dayOf(piece)),
    FrToDt: (piece) => (endsOn = dayOf(find(piece, 'ToDtTm') ?? find(piece, 'ToDt'))),
    Acct: (piece) => {
      account = readAccount(piece);
      about['Ccy'] = textAt(piece, 'Ccy');
    },
    Bal: (piece) => {
      const balance = readBalance(piece, warnings);
      if (balance !== null) balances.push(balance);
    },
  };

  return {
    add(piece: XmlElement, details: readonly TransactionDetail[]): void {
      if (piece.name === 'Ntry') addEntry(piece, details);
      else readers[piece.name]?.(piece);
    },

    finish(endLine: number): BankStatement {
      if (account === null) throw new CamtProblem('This statement has no account.', place);
      const { opening, closing } = openingAndClosing(balances);
      const currency =
        about['Ccy'] ?? opening?.currency ?? closing?.currency ?? drafts[0]?.currency;
      warnOfTotal({ opening, closing, booked, place: { ...place, line: endLine } }, warnings);
      const statement = {
        account,
        // `XXX` is how ISO 4217 says that no currency is known.
        currency: currency ?? 'XXX',
        number: about['Id'] ?? about['ElctrncSeqNb'] ?? '',
        openingCents: opening?.cents ?? null,
        openingOn: opening?.on ?? null,
        closingCents: closing?.cents ?? null,
        closingOn: closing?.on ?? null,
      };
      const marks = Object.values(statement).map(String);
      const { references, isRepeat } = origin.references.assign({ account, marks }, drafts);
      if (isRepeat) warnings.add('This statement is in the file more than once.', place);
      return {
        ...statement,
        lines: drafts.map((draft, index) => toLine(draft, references[index] ?? '')),
        warnings: warnings.list(),
      };
    },
  };
}

function toLine(draft: LineDraft, bankReference: string): BankLine {
  const { ownReference: _own, partIds: _ids, ...line } = draft;
  return { ...line, bankReference };
}
