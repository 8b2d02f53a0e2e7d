import type { BankLine } from '@inning/sdk';
import { newId } from '../../../store/index.ts';
import type { TrustAccount } from '../accounts/trust-account.model.ts';
import type { TrustLine } from './trust-line.model.ts';

/** The whole row, as it is stored. */
export const trustLineRow = (
  account: Pick<TrustAccount, '_id' | 'agencyId'>,
  line: BankLine,
  at: Date,
): TrustLine =>
  ({
    _id: newId(),
    agencyId: account.agencyId,
    trustAccountId: account._id,
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
    receivedAt: at,
    state: 'new',
    because: null,
    proposal: null,
    allocatedCents: 0,
    refundedCents: 0,
    rounds: 0,
  }) as unknown as TrustLine;

/** As a matcher sees it. */
export const bankLineOf = (row: TrustLine): BankLine => ({
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
  typeCode: row.typeCode ?? null,
});
