import { randomInt } from 'node:crypto';
import type { Role } from '@inning/sdk';
import type { App } from '../../app.ts';
import type { Id } from '../../store/index.ts';
import type { MadeBooks } from './make-agency.ts';

type Person = {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** What the role says, for whoever reads the list. */
  readonly what: string;
};
export type SignIn = Person & { readonly password: string };

/** One person for every role, and a colleague to give work to. */
const PEOPLE: readonly Person[] = [
  person('Marieke Verhoeven', 'agency-administrator', 'beheerder van het incassobureau'),
  person('Thomas Bakker', 'agency-employee', 'medewerker van het incassobureau'),
  person('Fatima El Amrani', 'agency-employee', 'medewerker van het incassobureau'),
  person('Henk van Dalen', 'creditor-administrator', 'beheerder bij opdrachtgever Van Dalen'),
  person('Sophie Janssen', 'creditor-employee', 'medewerker bij opdrachtgever Van Dalen'),
  person('Rob Visser', 'debtor-manager', 'debiteurenbeheerder van buiten, Meridiaan Zakelijk'),
  person('Karin Smit', 'read-only', 'accountant, leest mee bij Meridiaan Zakelijk'),
  person('Ilse Kok', 'operator', 'beheert de installatie en ziet geen dossiers'),
];

function person(name: string, role: Role, what: string): Person {
  const [first = '', ...rest] = name.toLowerCase().split(' ');
  return { name, role, what, email: `${first}.${rest.join('')}@debrug.example` };
}

export const DEMO_EMAILS = PEOPLE.map(({ email }) => email);

/** Makes them, with one password that is new for every installation: it may be reachable from outside. */
export async function makeUsers(
  app: App,
  agencyId: Id,
  books: readonly MadeBooks[],
): Promise<SignIn[]> {
  const password = inventPassword();
  const [first] = books;
  const last = books.at(-1);
  const reach = {
    creditorIds: first ? [first.place.creditorId] : [],
    administrationIds: last ? [last.place.administrationId] : [],
  };
  for (const { name, email, role } of PEOPLE) {
    const isOperator = role === 'operator';
    await app.rooms.users.create({
      name,
      email,
      role,
      password,
      locale: 'nl',
      agencyId: isOperator ? null : agencyId,
      ...(role.startsWith('creditor-') ? { creditorIds: reach.creditorIds } : {}),
      ...(role === 'debtor-manager' || role === 'read-only'
        ? { administrationIds: reach.administrationIds }
        : {}),
    });
  }
  return PEOPLE.map((one) => ({ ...one, password }));
}

const SYLLABLES =
  'ba be bo da de do fa fi ga ka ki ko la le lo ma mi mo na no pa po ra re ro sa so ta';

/** Easy to type over, and far too many to guess. */
function inventPassword(): string {
  const all = SYLLABLES.split(' ');
  const word = () => Array.from({ length: 3 }, () => all[randomInt(all.length)] ?? '').join('');
  return `${word()}-${word()}-${randomInt(100, 1_000)}`;
}
