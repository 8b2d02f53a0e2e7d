import { makePerson } from '../names.ts';
import type { Debtor, World } from '../records.ts';
import { byDebtor, type Maker, type Scene, whole } from './payment.ts';
import { isOnlyOfPayer } from './single.ts';

/** Names as they are written abroad, for some of the debtors of a world. */
const ABROAD =
  'Schröder Müller Köhler Jäger Weiß Lefèvre Béranger Gonçalves Łukasik Çelik Øster Noël Škoda'.split(
    ' ',
  );

export function giveForeignNames(world: World): void {
  for (const [at, debtor] of world.debtors.entries()) {
    if (debtor.type !== 'consumer' || at % 6 !== 2) continue;
    const lastName = ABROAD[((at / 6) % ABROAD.length) | 0]!;
    const initials = debtor.initials ?? '';
    debtor.prefix = '';
    debtor.lastName = lastName;
    debtor.name = `${[...initials].map((letter) => `${letter}.`).join('')} ${lastName}`;
  }
}

/** `Ö` is `OE` to a German bank. */
const spelledOut = (name: string): string =>
  name.replace(/[äöüßøÄÖÜØ]/g, (letter) => SPELLED[letter.toLowerCase()]!);
const SPELLED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ø: 'oe' };
const bare = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '');

/** Only a name says who pays, and one of his items costs this: the account is not known. */
export const rarerNames: Readonly<Record<string, Maker>> = {
  umlaut: (scene) =>
    /[äöüßøéèçñŁłŠÇ]/i.test(scene.debtor.name)
      ? named(scene, 'umlaut', scene.random.pick([spelledOut, bare])(scene.debtor.name))
      : null,
  particle_initials: (scene) => {
    const { initials = '', lastName = '', prefix = '', type } = scene.debtor;
    if (type !== 'consumer' || !/^(?:LA|AL|DE|EL|DI|DA|TE|EN|IN|OP|DR|CJ|EO|IR)/.test(initials))
      return null;
    const last = [prefix, lastName].filter(Boolean).join(' ');
    const other = makePerson(scene.random, 0).lastName;
    const dotted = [...initials].map((letter) => `${letter}.`).join('');
    return named(
      scene,
      'particle_initials',
      scene.random.pick([
        `${dotted} ${last}`,
        `${initials} ${last}`,
        `${dotted} ${last}-${other}`,
        `${last} ${dotted}`,
        `${last}, ${dotted}`,
      ]),
    );
  },
  double_name: (scene) => {
    const { debtor, random } = scene;
    if (debtor.type !== 'consumer') return null;
    const partner = makePerson(random, 0);
    const last = [debtor.prefix, debtor.lastName].filter(Boolean).join(' ');
    const other = [partner.prefix, partner.lastName].filter(Boolean).join(' ');
    const dotted = [...(debtor.initials ?? '')].map((letter) => `${letter}.`).join('');
    const name = random.pick([
      `${dotted} ${last}-${other}`,
      `${dotted} ${other}-${last}`,
      `Mw ${dotted} ${last} - ${other}`,
      `${dotted} ${last} en/of ${partner.name}`,
      `${partner.name} EN/OF ${debtor.name}`,
      `${dotted} ${last} ${partner.name}`,
    ]);
    return named(scene, 'double_name', name);
  },
  abbreviated_firm: (scene) => {
    const short = shortened(scene.debtor, scene);
    return short === null ? null : named(scene, 'abbreviated_firm', short);
  },
  /** A bank cuts a name at 35 signs, or ends it halfway a word. */
  cut_name: (scene) => {
    const { name } = scene.debtor;
    if (name.length < 26) return null;
    return named(scene, 'cut_name', name.slice(0, scene.random.int(22, name.length - 3)));
  },
};

const LEGAL = /,? ?(?:B\.V\.|N\.V\.|V\.O\.F\.|C\.V\.)$/;
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/bedrijf\b/, 'bedr.'],
  [/^Administratiekantoor/, 'Adm.kantoor'],
  [/^Stichting/, 'St.'],
  [/^Tandartspraktijk/, 'Tandartspr.'],
  [/^Uitzendbureau/, 'Uitzendbur.'],
  [/^Restaurant/, 'Rest.'],
];

function shortened({ name, type }: Debtor, { random }: Scene): string | null {
  if (type !== 'business') return null;
  const core = name.replace(LEGAL, '');
  const legal = LEGAL.exec(name)?.[0]?.replace(/[ .,]/g, '') ?? '';
  const found = SHORT.find(([from]) => from.test(core));
  const abbreviated = found ? core.replace(found[0], found[1]) : `Fa. ${core}`;
  return random.pick([
    abbreviated,
    `${abbreviated} ${legal}`,
    legal === '' ? `fa ${core}` : `${legal} ${core}`,
    `Fa. ${core}`,
  ]);
}

// oxlint-disable-next-line max-params -- as the makers of a payment
function named(scene: Scene, category: string, name: string) {
  const { world, debtor, account } = scene;
  const namesakes = world.debtors.filter(
    (one) =>
      one.lastName === debtor.lastName &&
      one.initials?.[0] === debtor.initials?.[0] &&
      one.type === debtor.type &&
      (debtor.type === 'consumer' || one.name === debtor.name) &&
      account.administrationIds.includes(one.administrationId),
  );
  const allocation = whole(scene, scene.random.pick(scene.open));
  // Somebody with nearly the same name, or a price that hundreds pay, would leave a doubt.
  if (namesakes.length > 1 || !isOnlyOfPayer(scene, allocation.amountCents)) return null;
  const made = byDebtor(
    scene,
    category,
    [allocation],
    scene.random.pick(['', 'betaling', 'factuur']),
  );
  return { ...made, name, iban: scene.stranger.iban };
}
