import type { BankLine } from '@inning/sdk';
import { newId } from '../../../store/index.ts';
import { saidByBank } from '../../payments/index.ts';
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
    ...saidByBank(line),
    receivedAt: at,
    state: 'new',
    because: null,
    proposal: null,
    allocatedCents: 0,
    refundedCents: 0,
    rounds: 0,
  }) as unknown as TrustLine;
