import type { Shop } from '../story/planned.ts';

export type DemoBooks = {
  readonly name: string;
  readonly number: string;
  readonly senderName: string;
  readonly mailDomain: string;
  readonly accountSequence: number;
  readonly shop: Shop;
};
export type DemoCreditor = {
  readonly name: string;
  readonly number: string;
  readonly mailDomain: string;
  readonly phone: string;
  readonly companyNumber: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly city: string;
  readonly books: readonly DemoBooks[];
};

/** Two creditors with three sets of books, about 300 debtors together. */
export const DEMO_CREDITORS: readonly DemoCreditor[] = [
  {
    name: 'Van Dalen Installatietechniek',
    number: '100',
    mailDomain: 'vandalen-techniek.example',
    phone: '033 555 01 00',
    companyNumber: '87410010',
    street: 'Nijverheidsweg',
    houseNumber: '22',
    postcode: '3812 PM',
    city: 'Amersfoort',
    books: [
      {
        name: 'Van Dalen Installatie',
        number: '110',
        senderName: 'Van Dalen Installatietechniek',
        mailDomain: 'vandalen-techniek.example',
        accountSequence: 310_000_000,
        shop: {
          services: [
            'Plaatsen cv-ketel',
            'Aanleg vloerverwarming',
            'Storing verhelpen',
            'Vervangen radiatoren',
            'Plaatsen warmtepomp',
            'Aanleg zonnepanelen',
          ],
          priceCents: { from: 9_500, to: 385_000 },
          hasReferences: false,
          debtorCount: 120,
          firstDebtorNumber: 10_001,
          businessShare: 0.45,
          numberOf: (year, sequence) => `${year}-${String(sequence).padStart(4, '0')}`,
        },
      },
      {
        name: 'Van Dalen Onderhoud',
        number: '120',
        senderName: 'Van Dalen Onderhoud',
        mailDomain: 'vandalen-techniek.example',
        accountSequence: 320_000_000,
        shop: {
          services: ['Onderhoudscontract kwartaal', 'Jaarlijkse keuring', 'Servicebezoek'],
          priceCents: { from: 3_900, to: 24_500 },
          hasReferences: true,
          debtorCount: 96,
          firstDebtorNumber: 20_001,
          businessShare: 0.15,
          numberOf: (year, sequence) => `OH${year.slice(2)}${String(sequence).padStart(5, '0')}`,
        },
      },
    ],
  },
  {
    name: 'Meridiaan Kantoorinrichting',
    number: '200',
    mailDomain: 'meridiaan-kantoor.example',
    phone: '030 555 02 00',
    companyNumber: '87420020',
    street: 'Rijnkade',
    houseNumber: '8',
    postcode: '3584 BX',
    city: 'Utrecht',
    books: [
      {
        name: 'Meridiaan Zakelijk',
        number: '210',
        senderName: 'Meridiaan Kantoorinrichting',
        mailDomain: 'meridiaan-kantoor.example',
        accountSequence: 330_000_000,
        shop: {
          services: [
            'Bureaustoelen',
            'Zit-stabureaus',
            'Vergadertafel met stoelen',
            'Akoestische wanden',
            'Inrichting spreekkamer',
            'Huur printer, kwartaal',
          ],
          priceCents: { from: 12_000, to: 640_000 },
          hasReferences: false,
          debtorCount: 86,
          firstDebtorNumber: 30_001,
          businessShare: 0.92,
          numberOf: (year, sequence) => `M${year.slice(2)}-${String(sequence).padStart(4, '0')}`,
        },
      },
    ],
  },
];
