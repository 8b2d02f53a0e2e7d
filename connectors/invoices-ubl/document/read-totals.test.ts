import { describe, expect, it } from 'vitest';
import { invoiceXml, payable, readOne, refusedOne, ubl } from '../ubl.fixtures.ts';

const amount = (name: string, value: string) =>
  `<cbc:${name} currencyID="EUR">${value}</cbc:${name}>`;
const inclusive = (value: string) => amount('TaxInclusiveAmount', value);
const prepaid = (value: string) => amount('PrepaidAmount', value);

describe('the totals of a UBL invoice', () => {
  it('keeps the whole amount and what is still asked when part was prepaid', async () => {
    const totals = inclusive('1729') + prepaid('1000') + payable('729');

    expect((await readOne(invoiceXml({ totals }))).invoice).toMatchObject({
      totalCents: 172_900,
      openCents: 72_900,
    });
  });

  it('counts the rounding of the sender', async () => {
    const rounding = amount('PayableRoundingAmount', '-0.49');
    const totals = inclusive('792.49') + rounding + payable('792');

    const { invoice, warnings } = await readOne(invoiceXml({ totals }));

    expect(invoice.totalCents).toBe(79_200);
    expect(warnings).toEqual([]);
  });

  it('warns of a difference below one euro', async () => {
    const { invoice, warnings } = await readOne(
      invoiceXml({ totals: inclusive('100.30') + payable('100.00') }),
    );

    expect(invoice.totalCents).toBe(10_000);
    expect(warnings).toEqual([
      'PayableAmount is 100.00, but TaxInclusiveAmount less PrepaidAmount gives 100.30.',
    ]);
  });

  it('refuses totals that contradict each other by more', async () => {
    const refused = await refusedOne(
      invoiceXml({ totals: inclusive('418.00') + payable('48.00') }),
    );

    expect(refused).toMatchObject({
      code: 'TOTALS_CONTRADICT',
      message: expect.stringContaining('gives 418.00'),
    });
  });

  it('accepts claims of third parties on top', async () => {
    const rest = `<cac:PrepaidPayment>${amount('PaidAmount', '29.96')}</cac:PrepaidPayment>`;

    const totals = inclusive('336.90') + payable('366.86');

    expect((await readOne(invoiceXml({ rest, totals }))).invoice.totalCents).toBe(36_686);
  });

  it('refuses an invoice that was prepaid in full, by saying so', async () => {
    const refused = await refusedOne(
      invoiceXml({ totals: inclusive('50') + prepaid('50') + payable('0') }),
    );

    expect(refused).toMatchObject({
      code: 'AMOUNT_ZERO',
      message: 'Nothing is left to pay: 50.00 was prepaid.',
    });
  });

  it('credits only what a credit note asks back', async () => {
    const totals = inclusive('120') + prepaid('20') + payable('100');

    expect((await readOne(ubl('CreditNote', { totals }))).invoice).toMatchObject({
      totalCents: 10_000,
      openCents: null,
    });
  });

  it('rounds more than two decimals with a warning', async () => {
    const { invoice, warnings } = await readOne(invoiceXml({ totals: payable('67.3770') }));

    expect(invoice.totalCents).toBe(6738);
    expect(warnings[0]).toContain('more than two decimals');
  });
});
