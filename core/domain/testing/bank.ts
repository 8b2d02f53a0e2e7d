import { type BankLine, type BankStatement, cents } from '@inning/sdk';

let counter = 0;

/** A line with defaults; the reference is unique unless it is given. */
export const bankLine = (amountCents: number, more: Partial<BankLine> = {}): BankLine => ({
  place: {},
  bankReference: `B${(counter += 1)}`,
  bookedOn: '2026-03-02',
  valueOn: null,
  amountCents: cents(amountCents),
  currency: 'EUR',
  counterpartyName: null,
  counterpartyAccount: null,
  description: '',
  structuredReference: null,
  endToEndId: null,
  isReversal: false,
  typeCode: null,
  ...more,
});

export const bankStatement = (
  lines: readonly BankLine[],
  more: Partial<BankStatement> = {},
): BankStatement => ({
  account: 'NL91ABNA0417164300',
  currency: 'EUR',
  number: '1',
  openingCents: null,
  openingOn: null,
  closingCents: null,
  closingOn: null,
  lines,
  warnings: [],
  ...more,
});
