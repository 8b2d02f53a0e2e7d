import type { BankStatement, CalendarDate } from '@inning/sdk';
import { CamtProblem } from '../camt-problem.ts';
import { readAccount } from '../entry/parties.ts';
import { find, textAt, textOf, type XmlElement } from '../xml/element.ts';
import { type Balance, openingAndClosing, readBalance } from './balances.ts';
import { dayOf } from './days.ts';
import type { Warnings } from '@inning/sdk/bank';

export type Heading = Omit<BankStatement, 'lines' | 'warnings'>;

/** Gathers what a statement says of itself, piece by piece, next to its entries. */
type Origin = { readonly createdOn: CalendarDate | null; readonly allowsParts: boolean };

export function startHeading({ createdOn, allowsParts }: Origin, warnings: Warnings) {
  const said: Record<string, string | null> = {};
  const days = { created: createdOn, ends: null as CalendarDate | null };
  const balances: Balance[] = [];
  let account: string | null = null;

  const readers: Readonly<Record<string, (piece: XmlElement) => void>> = {
    Id: (piece) => (said['Id'] = textOf(piece)),
    LglSeqNb: (piece) => (said['LglSeqNb'] = textOf(piece)),
    ElctrncSeqNb: (piece) => (said['ElctrncSeqNb'] = textOf(piece)),
    CreDtTm: (piece) => (days.created = dayOf(piece)),
    FrToDt: (piece) => (days.ends = dayOf(find(piece, 'ToDtTm') ?? find(piece, 'ToDt'))),
    Acct: (piece) => {
      account = readAccount(piece);
      said['Ccy'] = textAt(piece, 'Ccy');
    },
    Bal: (piece) => {
      const balance = readBalance(piece, warnings);
      if (balance !== null) balances.push(balance);
    },
  };

  return {
    add(piece: XmlElement): void {
      readers[piece.name]?.(piece);
    },
    /** What an entry falls back on where it says nothing. */
    soFar() {
      const statementOn = openingAndClosing(balances).closing?.on ?? days.ends ?? days.created;
      return { account, currency: said['Ccy'] ?? null, statementOn };
    },
    balances: () => openingAndClosing(balances),
    /** Complete, with the currency of the lines for a statement that names none itself. */
    finish(place: { line: number; field: string }, lineCurrency: string | undefined): Heading {
      if (account === null) {
        const problem = 'This statement has no account.';
        if (!allowsParts) throw new CamtProblem(problem, place);
        warnings.add(problem, place, 'ACCOUNT_MISSING');
      }
      return { account: account ?? '', ...aboutItself(lineCurrency) };
    },
  };

  function aboutItself(lineCurrency: string | undefined) {
    const { opening, closing } = openingAndClosing(balances);
    const currencies = [said['Ccy'], opening?.currency, closing?.currency, lineCurrency];
    return {
      // `XXX` is how ISO 4217 says that no currency is known.
      currency: currencies.find((currency) => typeof currency === 'string') ?? 'XXX',
      sequence: said['ElctrncSeqNb'] ?? said['LglSeqNb'] ?? null,
      number: said['Id'] ?? said['ElctrncSeqNb'] ?? '',
      ...opensWith(opening),
      ...closesWith(closing),
    };
  }
}

function opensWith(balance: Balance | null): Pick<Heading, 'openingCents' | 'openingOn'> {
  return { openingCents: balance?.cents ?? null, openingOn: balance?.on ?? null };
}

function closesWith(balance: Balance | null): Pick<Heading, 'closingCents' | 'closingOn'> {
  return { closingCents: balance?.cents ?? null, closingOn: balance?.on ?? null };
}
