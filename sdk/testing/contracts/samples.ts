import { bytesToBase64, textToBytes } from '../../wire/index.ts';

/** The smallest PDF that a reader opens: one empty page. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
export const A_PDF_BASE64 = bytesToBase64(textToBytes(PDF));
export const A_PDF = { name: 'brief.pdf', mediaType: 'application/pdf', base64: A_PDF_BASE64 };

export const A_SENDER = {
  name: 'Incassobureau De Ketting',
  attention: null,
  street: 'Stationsplein',
  houseNumber: '1',
  postcode: '3511 ED',
  city: 'Utrecht',
  region: null,
  country: 'NL',
};
export const A_RECIPIENT = {
  name: 'Jan Jansen',
  attention: null,
  street: 'Kerkstraat',
  houseNumber: '12a',
  postcode: '1017 GC',
  city: 'Amsterdam',
  region: null,
  country: 'NL',
};
export const A_DEBTOR = {
  number: 'D1',
  kind: 'consumer',
  name: 'Jan Jansen',
  attention: null,
  email: 'jan@example.nl',
  phone: null,
  mobile: '+31612345678',
  language: 'nl',
  invoiceAddress: {
    street: 'Kerkstraat',
    houseNumber: '12a',
    postcode: '1017 GC',
    city: 'Amsterdam',
    country: 'NL',
  },
  correspondenceAddress: null,
  companyNumber: null,
  vatNumber: null,
  iban: null,
  remarks: null,
};
