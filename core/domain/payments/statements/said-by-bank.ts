import type { BankLine } from '@inning/sdk';
import type { BankLineRow } from '../bank-line.model.ts';

/** What every stored line of a bank keeps, on an account of a creditor as on a trust account. */
export const saidByBank = (line: BankLine) => ({
  bankReference: line.bankReference,
  bookedOn: line.bookedOn,
  valueOn: line.valueOn,
  amountCents: line.amountCents,
  currency: line.currency,
  counterpartyName: line.counterpartyName,
  counterpartyAccount: line.counterpartyAccount,
  description: line.description,
  structuredReference: line.structuredReference,
  endToEndId: line.endToEndId,
  mandateId: line.mandateId ?? null,
  isReversal: line.isReversal,
  typeCode: line.typeCode,
});

type Said = Pick<BankLineRow, keyof ReturnType<typeof saidByBank>> &
  Partial<Pick<BankLineRow, 'returnReason'>>;

/** As a matcher sees it. */
export const bankLineOf = (row: Said): BankLine => ({
  place: {},
  bankReference: row.bankReference,
  bookedOn: row.bookedOn,
  valueOn: row.valueOn ?? null,
  amountCents: row.amountCents as BankLine['amountCents'],
  currency: row.currency,
  counterpartyName: row.counterpartyName ?? null,
  counterpartyAccount: row.counterpartyAccount ?? null,
  description: row.description,
  structuredReference: row.structuredReference ?? null,
  endToEndId: row.endToEndId ?? null,
  mandateId: row.mandateId ?? null,
  isReversal: row.isReversal,
  returnReason: row.returnReason ?? null,
  typeCode: row.typeCode ?? null,
});
