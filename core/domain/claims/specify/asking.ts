import type { CalendarDate, DebtorKind } from '@inning/sdk';
import type { LawOfClaim } from '../law/law-of-claim.ts';

export type Asking = {
  readonly law: LawOfClaim;
  readonly debtorKind: DebtorKind;
  readonly on: CalendarDate;
};
