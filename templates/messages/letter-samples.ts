import type { LetterValues } from '../../core/documents/index.ts';

const LOGO =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAANIAAAAwAgMAAAAZe8xYAAAACVBMVEX///+KKzyapa1GBW0wAAAAwklEQVR42t2Wyw2EMAxEySEl0E9KyCHuZ+vZKvnEEXak1Y5HggO+wIFHBmyPvSyPRyGYLNLCUJI9apRaD0qi1AlJIQSGJXaBKlGAqPbBcj+VzmTl6RX/qNxP0USj1Nr/g15wqmlVRSj9oDSEolTRTMWokewAlS6qRqg2muzNFOw0bbrBOpk5672Uq8Pvr/jMHmprHqdsf+GU7WWU8r6BU9ajUMr7IUp570Up7/Mcxc2vm2clN5fJHYDbN7jdhtyjwrEBKT2eAGZ2YqwAAAAASUVORK5CYII=';

/** One consumer, one invoice, no costs: the letter that is sent most. */
export const plainLetter: LetterValues = {
  currency: 'EUR',
  creditor: {
    name: 'Fietsenmakerij De Ketting',
    logoUrl: null,
    address: 'Havenstraat 12, 3511 AB Utrecht',
    email: 'administratie@deketting.example',
    phone: '030 123 45 67',
    iban: 'NL91ABNA0417164300',
    accountName: 'Fietsenmakerij De Ketting',
  },
  agency: {
    name: 'Incasso Utrecht',
    registrationNumber: '2026-0417',
    complaints: 'klachten@incassoutrecht.example',
  },
  debtor: { name: 'Jan de Vries', attention: null, salutation: 'neutral', language: 'nl' },
  amounts: {
    openCents: 18_495,
    principalCents: 18_495,
    costsCents: 0,
    interestCents: 0,
    announcedCents: 0,
    costState: 'none',
  },
  invoices: [
    {
      number: '2026-0381',
      invoicedOn: '2026-03-02',
      dueOn: '2026-04-01',
      totalCents: 18_495,
      openCents: 18_495,
    },
  ],
  payment: { iban: 'NL91ABNA0417164300', name: 'Fietsenmakerij De Ketting', reference: '2026-0381' },
  payUrl: 'https://inning.example/p/7Qm2xVb9',
  respondUrl: 'https://inning.example/r/7Qm2xVb9',
  today: '2026-04-16',
};

/** A business with a contact, several invoices, and costs that come when it pays too late. */
export const announcedLetter: LetterValues = {
  ...plainLetter,
  creditor: { ...plainLetter.creditor, name: 'Drukkerij Van den Heuvel & Zonen B.V.', logoUrl: LOGO },
  debtor: {
    name: 'Bouw- en Aannemersbedrijf Hoogendoorn Noord-Holland B.V.',
    attention: 'mevrouw K. Bakker',
    salutation: 'organisation',
    language: 'nl',
  },
  amounts: {
    openCents: 1_248_050,
    principalCents: 1_248_050,
    costsCents: 0,
    interestCents: 0,
    announcedCents: 89_961,
    costState: 'announced',
  },
  invoices: [
    invoice('VF-2026-000118', ['2026-01-12', '2026-02-11'], 998_050),
    invoice('VF-2026-000204', ['2026-02-09', '2026-03-11'], 125_000),
    invoice('VF-2026-000311', ['2026-03-03', '2026-04-02'], 125_000),
  ],
  payment: {
    iban: 'NL02RABO0123456789',
    name: 'Drukkerij Van den Heuvel & Zonen B.V.',
    reference: 'RF18539007547034',
  },
};

/** Costs and interest that are owed, and hardly any way to reach the creditor. */
export const claimableLetter: LetterValues = {
  ...plainLetter,
  creditor: { ...plainLetter.creditor, phone: null, address: null },
  debtor: { name: 'M. El Idrissi', attention: null, salutation: 'ms', language: 'nl' },
  amounts: {
    openCents: 22_795,
    principalCents: 18_495,
    costsCents: 4_000,
    interestCents: 300,
    announcedCents: 0,
    costState: 'claimable',
  },
};

/** Every state a letter can be in, by name; the templates are tested and looked at with each. */
export const LETTER_SAMPLES: Readonly<Record<string, LetterValues>> = {
  plain: plainLetter,
  announced: announcedLetter,
  claimable: claimableLetter,
  bare: {
    ...claimableLetter,
    creditor: { ...claimableLetter.creditor, email: null },
    debtor: { name: 'P. Jansen', attention: null, salutation: 'mr', language: 'nl' },
    amounts: {
      ...plainLetter.amounts,
      costState: 'announced',
    },
  },
};

type Days = readonly [invoicedOn: string, dueOn: string];
function invoice(number: string, [invoicedOn, dueOn]: Days, openCents: number) {
  return { number, invoicedOn, dueOn, totalCents: openCents, openCents };
}
