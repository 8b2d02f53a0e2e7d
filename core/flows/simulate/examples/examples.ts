import type { DebtorKind, Localized } from '@inning/sdk';
import type { SimulatedPayment } from '../pay-from.ts';

/** A debtor who does not exist: to try a flow with before it meets a real one. */
export type Example = {
  readonly id: string;
  /** How it is addressed in its letters. */
  readonly name: string;
  readonly title: Localized;
  readonly description: Localized;
  readonly kind: DebtorKind;
  readonly hasEmail: boolean;
  /** Invoices with the days between today and their due dates; 0 is due today and overdue tomorrow. */
  readonly invoices: readonly { readonly openCents: number; readonly dueInDays: number }[];
  /** What it pays when nobody says otherwise. */
  readonly payments: readonly SimulatedPayment[];
};

const ONE = [{ openCents: 25_000, dueInDays: 0 }];
const A_PERSON = {
  name: 'J. Jansen',
  kind: 'consumer',
  hasEmail: true,
  invoices: ONE,
  payments: [],
} as const;

/** Made by code each time they are asked for, and stored nowhere. */
export const EXAMPLES: readonly Example[] = [
  {
    ...A_PERSON,
    id: 'never-pays',
    title: {
      nl: 'Betaalt niet',
      en: 'Never pays',
      de: 'Zahlt nie',
      fr: 'Ne paie pas',
    },
    description: {
      nl: 'Een consument met één factuur die nooit betaalt: de flow loopt tot het einde.',
      en: 'A consumer with one invoice who never pays: the flow runs to its end.',
      de: 'Ein Verbraucher mit einer Rechnung, der nie zahlt: Der Ablauf läuft bis zum Ende.',
      fr: 'Un particulier avec une facture qui ne paie jamais : le flux va jusqu’au bout.',
    },
  },
  {
    ...A_PERSON,
    id: 'good-payer',
    title: { nl: 'Goede betaler', en: 'Good payer', de: 'Guter Zahler', fr: 'Bon payeur' },
    description: {
      nl: 'Een consument die drie dagen na de vervaldatum alles betaalt.',
      en: 'A consumer who pays everything three days after the due date.',
      de: 'Ein Verbraucher, der drei Tage nach der Fälligkeit alles zahlt.',
      fr: 'Un particulier qui paie tout trois jours après l’échéance.',
    },
    payments: [{ day: 3, amountCents: 25_000 }],
  },
  {
    ...A_PERSON,
    id: 'pays-late',
    title: {
      nl: 'Betaalt op dag 20',
      en: 'Pays on day 20',
      de: 'Zahlt am 20. Tag',
      fr: 'Paie le 20e jour',
    },
    description: {
      nl: 'Een consument die pas na een herinnering betaalt. De dag en het bedrag kunt u aanpassen.',
      en: 'A consumer who pays after a reminder only. The day and the amount can be changed.',
      de: 'Ein Verbraucher, der erst nach einer Mahnung zahlt. Tag und Betrag sind änderbar.',
      fr: 'Un particulier qui ne paie qu’après un rappel. Le jour et le montant sont modifiables.',
    },
    payments: [{ day: 20, amountCents: 25_000 }],
  },
  {
    ...A_PERSON,
    id: 'pays-part',
    title: {
      nl: 'Betaalt een deel',
      en: 'Pays a part',
      de: 'Zahlt einen Teil',
      fr: 'Paie une partie',
    },
    description: {
      nl: 'Een consument die op dag 20 de helft betaalt en daarna niets meer.',
      en: 'A consumer who pays half on day 20 and nothing after that.',
      de: 'Ein Verbraucher, der am 20. Tag die Hälfte zahlt und danach nichts mehr.',
      fr: 'Un particulier qui paie la moitié le 20e jour, puis plus rien.',
    },
    payments: [{ day: 20, amountCents: 12_500 }],
  },
  {
    ...A_PERSON,
    id: 'no-email',
    title: {
      nl: 'Geen e-mailadres',
      en: 'No e-mail address',
      de: 'Keine E-Mail-Adresse',
      fr: 'Pas d’adresse e-mail',
    },
    description: {
      nl: 'Een consument die niet betaalt en van wie geen e-mailadres bekend is.',
      en: 'A consumer who does not pay and has no known e-mail address.',
      de: 'Ein Verbraucher, der nicht zahlt und dessen E-Mail-Adresse unbekannt ist.',
      fr: 'Un particulier qui ne paie pas et dont l’adresse e-mail est inconnue.',
    },
    hasEmail: false,
  },
  {
    ...A_PERSON,
    id: 'business',
    title: {
      nl: 'Bedrijf, twee facturen',
      en: 'Business, two invoices',
      de: 'Firma, zwei Rechnungen',
      fr: 'Entreprise, deux factures',
    },
    description: {
      nl: 'Een bedrijf dat niet betaalt; een tweede factuur vervalt tien dagen later.',
      en: 'A business that does not pay; a second invoice falls due ten days later.',
      de: 'Eine Firma, die nicht zahlt; eine zweite Rechnung wird zehn Tage später fällig.',
      fr: 'Une entreprise qui ne paie pas ; une deuxième facture échoit dix jours plus tard.',
    },
    name: 'Jansen B.V.',
    kind: 'business',
    invoices: [
      { openCents: 121_000, dueInDays: 0 },
      { openCents: 48_400, dueInDays: 10 },
    ],
  },
];

export const EXAMPLE_IDS = EXAMPLES.map(({ id }) => id);
export const exampleNamed = (id: string): Example | null =>
  EXAMPLES.find((one) => one.id === id) ?? null;
