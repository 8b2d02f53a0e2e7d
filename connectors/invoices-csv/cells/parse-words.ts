import { type DebtorKind, isLocale, type Locale } from '@inning/sdk';

/** The word as it is compared: without capitals, accents and signs. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const CONSUMER = words('particulier consument prive b2c p consumer private person persoon privat');
const BUSINESS = words(
  'zakelijk bedrijf onderneming b2b z business company organisatie organisation organization firma',
);
const SOLE_TRADER = words(
  'eenmanszaak zzp zzper freelancer freelance ondernemer soletrader soleproprietor selfemployed einzelunternehmer einzelunternehmen einzelkaufmann entrepreneurindividuel entrepriseindividuelle independant',
);
const INVOICE = words(
  'factuur debet debetfactuur verkoopfactuur invoice debit salesinvoice rechnung facture',
);
const CREDIT = words(
  'creditnota creditfactuur credit creditnote creditmemo gutschrift avoir notedecredit',
);

export function parseDebtorKind(text: string): DebtorKind | null {
  const word = plain(text);
  if (CONSUMER.has(word)) return 'consumer';
  if (SOLE_TRADER.has(word)) return 'sole-trader';
  return BUSINESS.has(word) ? 'business' : null;
}

export function parseInvoiceKind(text: string): 'invoice' | 'credit-note' | null {
  const word = plain(text);
  if (CREDIT.has(word)) return 'credit-note';
  return INVOICE.has(word) ? 'invoice' : null;
}

const LANGUAGES: Readonly<Record<Locale, ReadonlySet<string>>> = {
  nl: words('nederlands dutch niederlandisch neerlandais nld vlaams'),
  en: words('engels english englisch anglais eng'),
  de: words('duits german deutsch allemand deu ger'),
  fr: words('frans french franzosisch francais fra fre'),
};

/** A language by code (`nl`, `nl-BE`) or name. */
export function parseLanguage(text: string): Locale | null {
  const code = /^([a-z]{2})(?:[-_][a-z]{2})?$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (isLocale(code)) return code;
  const word = plain(text);
  const found = Object.entries(LANGUAGES).find(([, names]) => names.has(word))?.[0];
  return isLocale(found) ? found : null;
}

/** A country by ISO 3166 code or by its name in Dutch, English, German or French. */
export function parseCountry(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (CODES.has(code)) return code;
  return COUNTRY_NAMES.get(plain(text)) ?? null;
}

/** Codes that name no country: unions and made-up regions. */
const NO_COUNTRY = words('EU EZ UN QO XA XB ZZ');
const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const CODES: ReadonlySet<string> = new Set(
  LETTERS.flatMap((one) => LETTERS.map((two) => one + two)).filter(isCountry),
);
const COUNTRY_NAMES: ReadonlyMap<string, string> = new Map([
  ...['nl', 'en', 'de', 'fr'].flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    return [...CODES].map((code) => [plain(names.of(code) ?? code), code] as const);
  }),
  ['holland', 'NL'] as const,
  ['uk', 'GB'] as const,
]);

/** True for a code in use: former ones, such as that of East Germany, have another as their region. */
function isCountry(code: string): boolean {
  if (NO_COUNTRY.has(code) || REGIONS.of(code) === undefined) return false;
  return new Intl.Locale(`und-${code}`).region === code;
}
