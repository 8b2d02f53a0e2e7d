import { type Announcement, cents, type CostsQuestion, type InterestQuestion } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { netherlands } from '../../plugins/country-nl/netherlands.ts';

const costsOf = (rest: Partial<CostsQuestion>) =>
  netherlands.costs({
    debtorKind: 'consumer',
    principalsCents: [cents(60_000)],
    defaultOn: '2026-12-02',
    isVatDeductible: false,
    agreedCents: null,
    isAnnounced: true,
    earlierTerms: null,
    ...rest,
  });
const interestOf = (rest: Partial<InterestQuestion>) =>
  netherlands.interest({
    kind: 'consumer',
    principalCents: cents(60_000),
    from: '2026-12-02',
    to: '2026-12-31',
    payments: [],
    agreed: null,
    ...rest,
  });
const termOf = (rest: Partial<Announcement>) =>
  netherlands.claimable({
    debtorKind: 'consumer',
    dueOn: '2026-12-01',
    sentOn: '2026-12-23',
    channel: 'post',
    receivedOn: null,
    returnedOn: null,
    ...rest,
  });

describe('a consumer who is announced by post over Christmas', () => {
  // Wednesday 23 December 2026. Thursday 24 is the first day of delivery; 25 and 26 are Christmas,
  // 27 is a Sunday, 28 a Monday; Tuesday 29 is the second. Day 1 is the 30th, day 14 is Tuesday
  // 12 January 2027, so that costs are claimable from Wednesday 13 January.
  it('has until 12 January to pay without costs', () => {
    expect(termOf({})).toMatchObject({
      deliveredOn: '2026-12-29',
      lastDayOn: '2027-01-12',
      claimableOn: '2027-01-13',
    });
  });

  // 600.00 open: 15 % is 90.00, VAT 21 % of that 18.90. On 5 January the debtor pays 250.00: 350.00
  // is left on the last day, 15 % of it is 52.50, VAT 11.025, which is 11.03 rounded half up.
  it('owes costs only over what is left after a payment in the term', () => {
    expect(costsOf({})).toMatchObject({ feeCents: 9_000, vatCents: 1_890, totalCents: 10_890 });
    const after = costsOf({ principalsCents: [cents(35_000)] });
    expect(after).toMatchObject({ feeCents: 5_250, vatCents: 1_103, totalCents: 6_353 });
    expect(costsOf({ principalsCents: [cents(0)] }).totalCents).toBe(0);
  });

  // 4 % of 600.00 over 34 days, 2 December up to and including 4 January: 600 x 0.04 x 34 / 365 =
  // 2.2356, so that 2.24 of the 250.00 is interest and 247.76 principal. On 352.24 then 4 % over the
  // 8 days to 13 January: 0.3088. Together 2.55. The rate of 2027 was not known when this was written.
  it('owes interest to the day of each payment', () => {
    const payments = [{ on: '2027-01-05', amountCents: cents(25_000) }];
    const answer = interestOf({ to: '2027-01-13', payments });

    expect(answer).toMatchObject({
      interestCents: 224 + 31,
      openInterestCents: 31,
      openPrincipalCents: 35_224,
      remarks: [{ code: 'INTEREST_TABLE_OLD' }],
    });
    expect(answer.periods.map(({ days, amountCents }) => [days, amountCents])).toEqual([
      [34, 224],
      [8, 31],
    ]);
  });

  it('owes no costs when the letter comes back', () => {
    const returned = termOf({ returnedOn: '2027-01-04' });
    expect(returned).toMatchObject({ claimableOn: null, refusal: 'returned' });
    expect(costsOf({ isAnnounced: returned.claimableOn !== null }).totalCents).toBe(0);
  });
});

describe('a consumer who is announced by post over Easter', () => {
  // Wednesday 24 March 2027: Thursday 25 is the first day; Good Friday 26 does not count; Saturday 27
  // is the second. Day 14 is Saturday 10 April, which moves to Monday 12 April: claimable on the 13th.
  it('gets the weekend at the end of the term as well', () => {
    expect(termOf({ dueOn: '2027-03-01', sentOn: '2027-03-24' })).toMatchObject({
      deliveredOn: '2027-03-27',
      lastDayOn: '2027-04-12',
      claimableOn: '2027-04-13',
    });
  });
});

describe('a consumer who is announced by mail', () => {
  // Received for certain on Monday 2 November 2026: day 1 is the 3rd, day 14 Monday the 16th.
  it('has fourteen days from the day of which receipt is proven', () => {
    const mail = { sentOn: '2026-11-02', dueOn: '2026-10-01', channel: 'mail' } as const;
    expect(termOf(mail)).toMatchObject({ claimableOn: null, refusal: 'receipt-unproven' });
    expect(termOf({ ...mail, receivedOn: '2026-11-02' })).toMatchObject({
      lastDayOn: '2026-11-16',
      claimableOn: '2026-11-17',
    });
  });
});

describe('a business debtor', () => {
  const business = { debtorKind: 'business', isVatDeductible: true } as const;

  // Due on 1 December: 40.00 by itself from the 2nd. With a demand 15 % of 2,500 and 10 % of 500.
  it('owes EUR 40 at once and the scale after a demand, or what was agreed', () => {
    expect(termOf({ debtorKind: 'business' }).claimableOn).toBe('2026-12-02');
    const principalsCents = [cents(300_000)];
    expect(costsOf({ ...business, principalsCents, isAnnounced: false }).totalCents).toBe(4_000);
    expect(costsOf({ ...business, principalsCents }).totalCents).toBe(42_500);
    const agreed = costsOf({ ...business, principalsCents, agreedCents: cents(45_000) });
    expect(agreed.totalCents).toBe(45_000);
  });

  // 3,000.00 at 10.40 % over 29 days: 3000 x 0.104 x 29 / 365 = 24.789.
  it('owes commercial interest', () => {
    const answer = interestOf({ kind: 'commercial', principalCents: cents(300_000) });
    expect(answer).toMatchObject({ interestCents: 2_479, remarks: [] });
  });
});
