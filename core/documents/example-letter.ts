import { addDays, type CalendarDate, type Locale } from '@inning/sdk';
import type { LetterValues } from './letter-values.ts';

/** Everything an invented debtor would read on that day: for looking at a template. */
export function exampleLetter(language: Locale, today: CalendarDate): LetterValues {
  const invoice = (number: string, days: number, openCents: number) => ({
    number,
    invoicedOn: addDays(today, -days - 30),
    dueOn: addDays(today, -days),
    totalCents: openCents,
    openCents,
    paidCents: 0,
    costsCents: 0,
    interestCents: 0,
    toPayCents: openCents,
    announcedCents: 0,
  });
  return {
    currency: 'EUR',
    creditor: {
      name: 'Voorbeeld B.V.',
      logoUrl: null,
      address: 'Voorbeeldstraat 1, 1234 AB Voorbeeld',
      email: 'administratie@voorbeeld.example',
      phone: '030 123 45 67',
      iban: 'NL91ABNA0417164300',
      accountName: 'Voorbeeld B.V.',
    },
    agency: {
      name: 'Voorbeeld Incasso B.V.',
      registrationNumber: null,
      complaints: 'klachten@voorbeeld.example',
    },
    debtor: { name: 'Kim Jansen', attention: null, salutation: 'neutral', language },
    amounts: {
      openCents: 24_700,
      principalCents: 24_700,
      costsCents: 0,
      interestCents: 0,
      totalCents: 24_700,
      paidCents: 0,
      announcedCents: 0,
      lastDayOn: null,
      costState: 'none',
    },
    invoices: [invoice('2026-0381', 21, 18_450), invoice('2026-0412', 7, 6_250)],
    interest: [],
    payment: { iban: 'NL91ABNA0417164300', name: 'Voorbeeld B.V.', reference: '2026-0381' },
    payUrl: 'https://inning.example/p/example',
    respondUrl: 'https://inning.example/r/example',
    today,
  };
}
