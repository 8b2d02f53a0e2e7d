import type { CalendarDate, ReadStatement } from '@inning/sdk';
import { readEntry } from '../entry/read-entry.ts';
import type { TransactionDetail } from '../entry/transaction-details.ts';
import type { XmlElement } from '../xml/element.ts';
import { warnOfTotal } from './check-total.ts';
import { startHeading } from './heading.ts';
import type { MessageKind } from './message-body.ts';
import {
  createWarnings,
  gatherLines,
  type LineDraft,
  type Pause,
  type References,
} from '@inning/sdk/bank';

export type StatementOrigin = {
  readonly line: number;
  readonly createdOn: CalendarDate | null;
  readonly references: References;
  /** Whether a statement may lack what a whole one must have. */
  readonly allowsParts: boolean;
};

const KIND_WARNINGS = {
  '052': 'This is CAMT.052, a report during the day; its lines come again in the statement.',
  '053': null,
  '054': 'This is CAMT.054, a notice of bookings; its lines come again in the statement.',
};

/** So many lines take a few milliseconds. */
const PAUSE_EVERY = 100;

/** Gathers one statement from its pieces, which come in the order of the file. */
export function startStatement(kind: MessageKind, origin: StatementOrigin) {
  const place = { line: origin.line, field: kind.statement };
  const warnings = createWarnings();
  const heading = startHeading(origin, warnings);
  const lines = gatherLines(origin.references);
  /** Lines that were read and not gathered yet: one entry may be a batch of a hundred thousand. */
  const waiting: Iterable<LineDraft>[] = [];
  const booked = { cents: 0n, currencies: new Set<string>() };
  let firstCurrency: string | undefined;

  const kindWarning = KIND_WARNINGS[kind.number];
  if (kindWarning !== null) {
    const params = { format: `CAMT.${kind.number}` };
    warnings.add(kindWarning, place, { code: 'INTERIM', params });
  }

  const addEntry = (entry: XmlElement, details: readonly TransactionDetail[]) => {
    const read = readEntry(entry, details, { ...heading.soFar(), warnings });
    if (read === null) return;
    booked.cents += BigInt(read.booking.amountCents);
    booked.currencies.add(read.booking.currency);
    waiting.push(read.lines);
  };

  return {
    add(piece: XmlElement, details: readonly TransactionDetail[]): void {
      if (piece.name === 'Ntry') addEntry(piece, details);
      else heading.add(piece);
    },

    /** Gathers the lines that wait; before `finish`. */
    *settle(): Generator<Pause> {
      for (const some of waiting.splice(0)) {
        let count = 0;
        for (const line of some) {
          firstCurrency ??= line.currency;
          lines.add(line);
          if ((count += 1) % PAUSE_EVERY === 0) yield null;
        }
      }
    },

    finish(endLine: number): ReadStatement {
      const about = heading.finish(place, firstCurrency);
      const isExpected = kind.number === '053';
      const total = {
        ...heading.balances(),
        booked,
        place: { ...place, line: endLine },
        isExpected,
      };
      warnOfTotal(total, warnings);
      const facts = { account: about.account, marks: Object.values(about).map(String) };
      const { lines: read, isRepeat } = lines.finish(facts);
      if (isRepeat) {
        const message = 'This statement is in the file more than once.';
        warnings.add(message, place, 'STATEMENT_REPEATED');
      }
      return {
        format: kind.format,
        ...about,
        lines: read,
        warnings: warnings.list(),
      };
    },
  };
}
