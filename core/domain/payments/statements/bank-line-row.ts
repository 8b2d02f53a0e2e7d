import type { BankLine, BankStatement } from '@inning/sdk';
import { type AdministrationKey, newId } from '../../../store/index.ts';
import type { BankLineRow } from '../bank-line.model.ts';

/** The whole row, so that thousands can be written in one go. */
export const bankLineRow = (
  place: AdministrationKey,
  line: BankLine,
  of: Pick<BankStatement, 'account'> & { readonly at: Date },
): BankLineRow =>
  ({
    _id: newId(),
    agencyId: place.agencyId,
    creditorId: place.creditorId,
    administrationId: place.administrationId,
    account: of.account,
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
    isReversal: line.isReversal,
    typeCode: line.typeCode,
    receivedAt: of.at,
    state: 'new',
    because: null,
    debtorIds: [],
    proposal: null,
  }) as unknown as BankLineRow;

/** As a matcher sees it. */
export const bankLineOf = (row: BankLineRow): BankLine => ({
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
  isReversal: row.isReversal,
  typeCode: row.typeCode ?? null,
});
