import type { BankLine } from '@inning/sdk';
import { type AdministrationKey, type Id, newId } from '../../../store/index.ts';
import type { BankLineRow } from '../bank-line.model.ts';

export type LineSource = {
  readonly account: string;
  readonly at: Date;
  readonly format: string | null;
  readonly statementId: Id | null;
};

/** The whole row, so that thousands can be written in one go. */
export const bankLineRow = (
  place: AdministrationKey,
  line: BankLine,
  of: LineSource,
): BankLineRow =>
  ({
    _id: newId(),
    agencyId: place.agencyId,
    creditorId: place.creditorId,
    administrationId: place.administrationId,
    account: of.account,
    bankReference: line.bankReference,
    alsoKnownAs: [],
    format: of.format,
    statementId: of.statementId,
    bookedOn: line.bookedOn,
    valueOn: line.valueOn,
    amountCents: line.amountCents,
    currency: line.currency,
    counterpartyName: line.counterpartyName,
    counterpartyAccount: line.counterpartyAccount,
    counterpartyBic: line.counterpartyBic ?? null,
    description: line.description,
    structuredReference: line.structuredReference,
    endToEndId: line.endToEndId,
    transactionId: line.transactionId ?? null,
    mandateId: line.mandateId ?? null,
    isReversal: line.isReversal,
    returnReason: line.returnReason ?? null,
    typeCode: line.typeCode,
    batchReference: line.batchReference ?? null,
    receivedAt: of.at,
    state: 'new',
    because: null,
    debtorIds: [],
    match: null,
    decidedBy: null,
    decidedAt: null,
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
  mandateId: row.mandateId ?? null,
  isReversal: row.isReversal,
  returnReason: row.returnReason ?? null,
  typeCode: row.typeCode ?? null,
});
