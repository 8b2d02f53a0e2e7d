import type { CalendarDate, Message } from '@inning/sdk';
import type { Id } from '../../../store/index.ts';
import type { TrustAccount } from '../accounts/trust-account.model.ts';
import type { TrustMovement } from './trust-movement.model.ts';
import type { TrustKind } from './trust-transaction.model.ts';

/** A line for the statement of the creditor. */
export type NewMovement = Pick<TrustMovement, 'kind' | 'grossCents' | 'feeCents' | 'valueOn'> & {
  readonly administrationId: Id | null;
  readonly invoiceId?: Id | null;
  readonly invoiceNumber?: string | null;
  readonly debtorName?: string | null;
  readonly paymentId?: Id | null;
  readonly availableOn: CalendarDate;
  readonly trustRemittanceId?: Id | null;
};

/** What changes for one creditor. Both amounts are raises; a negative one lowers. */
export type CreditorShare = {
  readonly creditorId: Id;
  /** What is held for the creditor, less what the creditor owes. */
  readonly heldCents: number;
  readonly onItsWayCents: number;
  readonly movement?: NewMovement;
};

export type OwnLedger = 'bank' | 'unallocated' | 'agency' | 'unexplained';

export type NewTransaction = {
  readonly account: Pick<
    TrustAccount,
    '_id' | 'agencyId' | 'homeCreditorId' | 'homeAdministrationId'
  >;
  readonly key: string;
  readonly kind: TrustKind;
  /** The day at the bank where money moved there, else the day of booking. */
  readonly bookedOn: CalendarDate;
  readonly by: string;
  readonly because: Message;
  readonly trustLineId?: Id | null;
  readonly paymentId?: Id | null;
  readonly trustRemittanceId?: Id | null;
  /** How the balances of the account as a whole change; raises, as above. */
  readonly own: Partial<Readonly<Record<OwnLedger, number>>>;
  readonly shares: readonly CreditorShare[];
};
