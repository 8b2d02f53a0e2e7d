import type { BankLine } from '@inning/sdk';
import { type AdministrationKey, type Id, newId } from '../../../store/index.ts';
import type { BankLineRow } from '../bank-line.model.ts';
import { saidByBank } from './said-by-bank.ts';

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
    ...saidByBank(line),
    alsoKnownAs: [],
    format: of.format,
    statementId: of.statementId,
    counterpartyBic: line.counterpartyBic ?? null,
    transactionId: line.transactionId ?? null,
    returnReason: line.returnReason ?? null,
    batchReference: line.batchReference ?? null,
    receivedAt: of.at,
    state: 'new',
    because: null,
    debtorIds: [],
    match: null,
    decidedBy: null,
    decidedAt: null,
  }) as unknown as BankLineRow;
