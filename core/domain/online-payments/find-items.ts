import { type CalendarDate, type Cents, cents, type ClaimInvoice } from '@inning/sdk';
import { type Id, type Scope, toId } from '../../store/index.ts';

/** One claim that can be paid today, with its parts. */
export type PayableItem = {
  readonly invoiceId: Id;
  readonly number: string;
  readonly invoicedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly principalCents: Cents;
  readonly costsCents: Cents;
  readonly interestCents: Cents;
  readonly openCents: Cents;
};
/** The claim of a debtor as it is today: costs that are due and interest up to today are in it. */
export type ClaimToday = (scope: Scope, debtorId: Id) => Promise<readonly ClaimInvoice[]>;

/** A link of years ago still asks what is open now; more than this no page shows. */
const MOST = 500;

/** What a debtor can pay today: everything open that is not contested, the longest due first. */
export const createFindItems =
  (claimToday: ClaimToday) =>
  async (scope: Scope, debtorId: Id): Promise<PayableItem[]> => {
    const open = await claimToday(scope, debtorId);
    return open
      .filter(({ isDisputed }) => !isDisputed)
      .slice(0, MOST)
      .map((one) => ({
        invoiceId: toId(one.id),
        number: one.number,
        invoicedOn: one.invoicedOn,
        dueOn: one.dueOn,
        principalCents: cents(one.principalCents),
        costsCents: cents(one.costsCents),
        interestCents: cents(one.interestCents),
        openCents: cents(one.openCents),
      }));
  };
