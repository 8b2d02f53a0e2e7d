import type { NewDebtor } from '../../domain/debtors/index.ts';
import { inventIban } from '../iban.ts';
import type { Random } from '../random.ts';
import { BUSINESSES, ENGLISH_BUSINESSES } from './businesses.ts';
import { ENGLISH, MEN, SURNAMES, WOMEN } from './names.ts';
import { FORBIDDEN_LETTERS, STREETS, type Town, TOWNS } from './towns.ts';

export type InventedDebtor = NewDebtor & { readonly iban: string };
export type Wanted = {
  readonly sequence: number;
  readonly number: string;
  /** The share of businesses among the debtors of these books. */
  readonly businessShare: number;
};

const BANKS = ['INGB', 'RABO', 'ABNA', 'RABO', 'INGB', 'TRIO', 'SNSB', 'ASNB'];
const HAS_NO_MAIL = 0.07;
const IS_ENGLISH = 0.05;

/** Somebody who could be a customer of ours. Names and streets are common ones; nobody is meant. */
export function inventDebtor(random: Random, wanted: Wanted): InventedDebtor {
  const isBusiness = random.chance(wanted.businessShare);
  const isEnglish = random.chance(IS_ENGLISH);
  const who = isBusiness ? business(random, isEnglish) : person(random, isEnglish);
  const town = random.pick(TOWNS);
  const hasMail = !random.chance(HAS_NO_MAIL);
  const iban = inventIban(random.pick(BANKS), 100_000_000 + wanted.sequence * 7_919);
  return {
    ...who,
    number: wanted.number,
    email: hasMail ? mailOf(who) : null,
    phone: isBusiness ? phoneIn(random, town) : null,
    mobile: isBusiness ? null : `06 555${digits(random, 5)}`,
    language: isEnglish ? 'en' : 'nl',
    invoiceAddress: addressIn(random, town),
    companyNumber: isBusiness ? String(87_000_000 + wanted.sequence * 37) : null,
    ibans: [iban],
    iban,
  };
}

type Who = Pick<NewDebtor, 'kind' | 'name' | 'attention' | 'gender'>;

function person(random: Random, isEnglish: boolean): Who {
  if (isEnglish) return { kind: 'consumer', name: random.pick(ENGLISH), gender: null };
  const isWoman = random.chance(0.5);
  const first = random.pick(isWoman ? WOMEN : MEN);
  const name = `${first} ${random.pick(SURNAMES)}`;
  return { kind: 'consumer', name, gender: isWoman ? 'female' : 'male' };
}

function business(random: Random, isEnglish: boolean): Who {
  const attention = random.chance(0.6)
    ? `${random.pick(random.chance(0.5) ? WOMEN : MEN)} ${random.pick(SURNAMES)}`
    : null;
  if (isEnglish) return { kind: 'business', name: random.pick(ENGLISH_BUSINESSES), attention };
  const family = random.pick(SURNAMES);
  const named = random.pick(BUSINESSES).replace('{name}', capital(family));
  return { kind: 'business', name: named, attention };
}

/** `van Dijk` is `Van Dijk` where no first name stands before it. */
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** People have an address at a provider, businesses one of their own; none of these exists. */
function mailOf({ kind, name }: Who): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\bb\.v\.|\bltd\b/g, '')
    .replace(/[^a-z ]/g, '')
    .trim();
  if (kind === 'business') return `administratie@${plain.replaceAll(' ', '')}.example`;
  const [first = 'post', ...rest] = plain.split(' ');
  return `${first}.${rest.join('')}@postbus.example`;
}

function addressIn(random: Random, town: Town): NonNullable<NewDebtor['invoiceAddress']> {
  return {
    street: random.pick(STREETS),
    houseNumber: `${random.between(1, 240)}${random.chance(0.08) ? random.pick(['a', 'b', 'c']) : ''}`,
    postcode: `${random.between(town.from, town.to)} ${letters(random)}`,
    city: town.name,
    country: 'NL',
  };
}

function letters(random: Random): string {
  const alphabet = 'ABCDEGHJKLMNPRSTVWXZ';
  const pair = alphabet.charAt(random.between(0, 19)) + alphabet.charAt(random.between(0, 19));
  return FORBIDDEN_LETTERS.includes(pair) ? 'AB' : pair;
}

/** Ten digits in all, whatever the length of the area code. */
const phoneIn = (random: Random, { area }: Town) => `${area} 555${digits(random, 7 - area.length)}`;

const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => random.between(0, 9)).join('');
