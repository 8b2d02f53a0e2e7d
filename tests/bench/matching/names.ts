import type { Random } from './random.ts';

const list = (words: string) => words.split(/\s+/).filter((word) => word !== '');

const FAMILIES =
  list(`Jansen Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer Koning Prins Blom
  Huisman Peeters Kuipers Kuijpers Schouten Willems Hoekstra Koster Verhoeven Maas Verbeek Jacobs Schipper Postma
  Martens Groen Goren Kok Scholten Sanders Kramer Hermans Hermsen Timmermans Bosman Wolters Gerritsen Driessen Molenaar
  Wiersma Bijlsma Kooistra Veenstra Hofman Evers Lammers Boersma Bouwman Hartman Groot Roos Jonker Slotweg Bergsma
  Yilmaz Yildiz Kaya Demir Aydin Ouali Benali Bouzid Singh Kumar Nowak Kowalski Wisniewski Wojcik Santos Silva Martina
  Maduro Nguyen Tran Ali Hassan Mohamed Ahmed Uijtdehaage Cornelissen Loonstra Gielen Eikelboom Dijkstra Zijlstra
  Dral Ridder Stam Kolk Polman Boom Linden Heuvel Berg Dijk Leeuwen Dam Meer Vliet Horst Veen Ven Bruin Haan Lange Wit
  Graaf Jong Boer Vries Wijk Doorn Beek Brink Meulen Linde Velde Burg Heijden Laan Pol Kamp Have Cate Broek`);
const WITH_PREFIX: Readonly<Record<string, string>> = Object.fromEntries([
  ...list('Berg Dijk Leeuwen Dam Vliet Veen Doorn Beek Wijk').map((name) => [name, 'van']),
  ...list('Heuvel Meer Linden Brink Horst Meulen Linde Velde Burg Heijden Laan').map((name) => [
    name,
    'van der',
  ]),
  ...list('Ven Pol Broek').map((name) => [name, 'van de']),
  ...list('Bruin Haan Lange Wit Graaf Jong Boer Vries Groot Ridder').map((name) => [name, 'de']),
  ...list('Have Cate').map((name) => [name, 'ten']),
  ['Kamp', 'op den'],
]);
const ENDINGS = list(
  'a is en huis stra sma man veld berg mans sen ink horst zoon meijer kamp beek wijk dorp loo',
);
export const FIRST_NAMES =
  list(`Anna Bas Carla Daan Eva Fleur Gerard Hendrik Irene Jan Karin Lotte Mark Noor Otto Peter
  Quinten Rob Sara Truus Ute Vera Wim Xander Yara Zoë Ahmed Elif Sophie Dennis Fatima Lars`);
const TRADES =
  list(`Bouwbedrijf Schildersbedrijf Installatiebedrijf Loodgietersbedrijf Bakkerij Slagerij Garage Transport
  Administratiekantoor Techniek Schoonmaak Optiek Apotheek Kapsalon Hoveniers Uitzendbureau Webdesign Interieur
  Loonbedrijf Drukkerij Makelaardij Fysiotherapie Tandartspraktijk Restaurant Horeca Bloemen Software Adviesbureau`);
const PLACES = list(
  'Arnhem Utrecht Leiden Zaandam Gouda Breda Emmen Hoorn Venlo Schiedam Katwijk Tiel Almere Assen Zwolle',
);
const FANCY = list(
  'Alfa Nova Titan Solid Quick Top Euro Atlas Green Vesta Delta Orion Prima Mira Proo Juno Argo Multi',
);
const LEGAL = ['B.V.', 'B.V.', 'B.V.', 'V.O.F.', 'N.V.', 'C.V.', ''];

export type PersonName = { initials: string; prefix: string; lastName: string; name: string };

/** A person; `variety` above 0 makes longer tails of rare family names. */
export function makePerson(random: Random, variety: number): PersonName {
  let lastName = random.pick(FAMILIES);
  let prefix = WITH_PREFIX[lastName] ?? '';
  if (random.chance(variety)) {
    lastName = random.pick(FAMILIES).slice(0, random.int(4, 7)) + random.pick(ENDINGS);
    prefix = random.chance(0.2) ? 'van' : '';
  }
  const initials = Array.from({ length: random.pick([1, 1, 2, 2, 3]) }, () =>
    random.pick([...'ABCDEFGHIJKLMNPRSTWYZ']),
  ).join('');
  return { initials, prefix, lastName, name: sayPerson({ initials, prefix, lastName }) };
}

export const sayPerson = ({ initials, prefix, lastName }: Omit<PersonName, 'name'>): string =>
  `${[...initials].map((letter) => `${letter}.`).join('')} ${prefix === '' ? '' : `${prefix} `}${lastName}`;

export function makeBusiness(random: Random): string {
  const middle = random.pick([
    () => random.pick(FAMILIES),
    () => `${random.pick(PLACES)} ${random.pick(FANCY)}`,
    () =>
      `${random.pick(FANCY)}${random.pick(['tec', 'plan', 'works', 'bouw', 'vast'])} ${random.pick(PLACES)}`,
  ])();
  const legal = random.pick(LEGAL);
  const kind = random.chance(0.08) ? 'Stichting' : random.pick(TRADES);
  return `${kind} ${middle}${legal === '' ? '' : ` ${legal}`}`;
}

/** The name of a debtor as a bank shows it: capitals, order, titles, a partner, without legal form. */
export function sayPayer(
  random: Random,
  debtor: { type: string; name: string } & Partial<PersonName>,
): string {
  if (debtor.type === 'business') {
    const bare = debtor.name.replace(/ (?:B\.V\.|V\.O\.F\.|N\.V\.|C\.V\.)$/, '');
    const plain = debtor.name.replace(/\./g, '');
    return random.pick([
      debtor.name,
      debtor.name,
      bare,
      plain,
      debtor.name.toUpperCase(),
      bare.replace('Stichting', 'Stg.'),
    ]);
  }
  const { initials = '', prefix = '', lastName = '' } = debtor;
  const last = `${prefix === '' ? '' : `${prefix} `}${lastName}`;
  const first = FIRST_NAMES.find((name) => name.startsWith(initials[0] ?? '')) ?? 'Jan';
  const partner = makePerson(random, 0);
  return random.pick([
    debtor.name,
    debtor.name,
    debtor.name.toUpperCase(),
    `${[...initials].join(' ')} ${last}`.toUpperCase(),
    `${last} ${initials}`.toUpperCase(),
    `${lastName}, ${sayPerson({ initials, prefix: '', lastName: '' }).trim()}${prefix === '' ? '' : ` ${prefix}`}`,
    `Hr ${debtor.name}`,
    `Mw ${debtor.name}`,
    `${first} ${last}`,
    `${debtor.name} e/o ${partner.name}`,
    `${debtor.name}-${partner.lastName}`,
  ]);
}
