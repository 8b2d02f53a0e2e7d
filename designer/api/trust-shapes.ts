import type { StatementWarning } from './bank.ts';
import type { Page } from './pages.ts';
import type { CalendarDate, Cents, Instant, Said } from './shapes.ts';

export type TrustAccount = {
  readonly id: string;
  readonly name: string;
  readonly iban: string;
  readonly holderName: string;
  readonly currency: string;
  readonly holdDays: number;
  readonly bankCents: Cents;
  readonly unallocatedCents: Cents;
  readonly agencyCents: Cents;
  readonly unexplainedCents: Cents;
};
export type HeldFor = {
  readonly creditorId: string;
  readonly creditorName: string;
  readonly heldCents: Cents;
  readonly onItsWayCents: Cents;
  readonly recoverableCents: Cents;
};
export type TrustDay = {
  readonly on: CalendarDate;
  readonly bankCents: Cents;
  readonly bookedCents: Cents;
  readonly differenceCents: Cents;
  readonly gapCents: Cents;
};
/** What the agency keeps of what comes in for a creditor, and where the rest goes. */
export type TrustTerms = {
  readonly feeBasisPoints: number;
  readonly keepsCosts: boolean;
  readonly iban: string | null;
  readonly accountName: string | null;
};
export type Standing = {
  readonly account: TrustAccount;
  readonly creditors: readonly HeldFor[];
  readonly waitingCount: number;
  readonly waitingCents: Cents;
  readonly days: readonly TrustDay[];
};
export type TrustLine = {
  readonly id: string;
  readonly bookedOn: CalendarDate;
  readonly amountCents: Cents;
  readonly openCents: Cents;
  readonly counterpartyName: string | null;
  readonly counterpartyAccount: string | null;
  readonly description: string;
  readonly state: 'new' | 'plausible' | 'waiting' | 'settled' | 'returned';
  readonly because: Said | null;
  readonly proposal: readonly { readonly invoiceId: string; readonly amountCents: Cents }[];
};
export type TrustFile = {
  readonly name: string;
  readonly newCount: number;
  readonly knownCount: number;
  readonly settledCount: number;
  readonly waitingCount: number;
  readonly openDays: readonly CalendarDate[];
  readonly warnings: readonly StatementWarning[];
  readonly refused: string | null;
  readonly code: string | null;
};
export type Remittable = {
  readonly creditorId: string;
  readonly creditorName: string;
  readonly iban: string | null;
  readonly amountCents: Cents;
  readonly onHoldCents: Cents;
  readonly invoiceCount: number;
  /** Its account is another one than before: two people must vouch for it first. */
  readonly isHeld: boolean;
  readonly vouchedBy: readonly { readonly userId: string; readonly name: string }[];
};
type Person = {
  readonly userId: string | null;
  readonly name: string | null;
  readonly at: Instant | null;
};
export type RemittedPayment = {
  readonly creditorId: string;
  readonly creditorName: string;
  readonly iban: string;
  readonly amountCents: Cents;
  readonly endToEndId: string;
  readonly state: 'open' | 'paid' | 'returned' | 'cancelled';
  readonly parts: readonly {
    readonly invoiceNumber: string | null;
    readonly debtorName: string | null;
    readonly grossCents: Cents;
    readonly feeCents: Cents;
    readonly amountCents: Cents;
  }[];
};
export type Remittance = {
  readonly id: string;
  readonly number: number;
  readonly state: 'proposed' | 'approved' | 'done' | 'withdrawn';
  readonly totalCents: Cents;
  readonly proposed: Person;
  readonly approved: Person;
  readonly payments: readonly RemittedPayment[];
  readonly filesTaken: readonly { readonly at: Instant; readonly name: string }[];
};
export type Movement = {
  readonly id: string;
  readonly number: number;
  readonly kind: 'allocated' | 'reversed' | 'remitted' | 'returned';
  readonly bookedOn: CalendarDate;
  readonly valueOn: CalendarDate;
  readonly grossCents: Cents;
  readonly feeCents: Cents;
  readonly amountCents: Cents;
  readonly balanceAfterCents: Cents;
  readonly invoiceNumber: string | null;
  readonly debtorName: string | null;
};
export type TrustStatement = Page<Movement> & {
  readonly accountName: string;
  readonly iban: string;
  readonly creditorName: string;
  readonly openingCents: Cents;
  readonly receivedCents: Cents;
  readonly feeCents: Cents;
  readonly remittedCents: Cents;
  readonly closingCents: Cents;
  readonly onItsWayCents: Cents;
  readonly onHoldCents: Cents;
  readonly recoverableCents: Cents;
};
export type Period = { readonly from: CalendarDate; readonly until: CalendarDate };
