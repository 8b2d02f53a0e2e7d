import { makeBusiness, makePerson } from './names.ts';
import type { MadePayment, Maker, Scene } from './payments/payment.ts';
import { leftOf } from './payments/payment.ts';
import { harderAmounts } from './payments/harder-amounts.ts';
import { harderNothings } from './payments/harder-nothing.ts';
import { harderSeverals } from './payments/harder-several.ts';
import { harderSingles } from './payments/harder-single.ts';
import { lumpMakers } from './payments/lump.ts';
import { nothingMakers } from './payments/nothing.ts';
import { rarerNames } from './payments/rarer-names.ts';
import { rarerTexts } from './payments/rarer-texts.ts';
import { settlementMakers } from './payments/settlements.ts';
import { severalMakers } from './payments/several.ts';
import { sharedMakers } from './payments/shared-account.ts';
import { singleMakers } from './payments/single.ts';
import type { Random } from './random.ts';
import type { World } from './records.ts';
import { ibanOf } from './world.ts';

const MAKERS: Readonly<Record<string, Maker>> = {
  ...singleMakers,
  ...severalMakers,
  ...nothingMakers,
};
const KINDS = Object.keys(MAKERS);
const HARDER: Readonly<Record<string, Maker>> = {
  ...harderSingles,
  ...harderAmounts,
  ...harderSeverals,
  ...harderNothings,
};
const LUMPS: Readonly<Record<string, Maker>> = {
  ...lumpMakers,
  ...sharedMakers,
  ...settlementMakers,
};
const RARER: Readonly<Record<string, Maker>> = { ...rarerTexts, ...rarerNames };
const PLAIN = ['exact_number', 'exact_kenmerk', 'nodesc_iban'];
const ALL: Readonly<Record<string, Maker>> = { ...MAKERS, ...HARDER, ...LUMPS, ...RARER };
/** Kinds of their own, among plain ones so that there is something to learn and to pay twice. */
const KINDS_OF: Readonly<Record<string, readonly string[]>> = {
  harder: [...Object.keys(HARDER), ...PLAIN],
  lump: [...Object.keys(LUMPS), ...PLAIN],
  rarer: [...Object.keys(RARER), ...PLAIN],
};

/** How often each kind comes; kinds that are not named come once. */
export const MIXES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  realistic: {
    exact_kenmerk: 26,
    exact_number: 22,
    embedded: 6,
    noisy_notation: 4,
    nodesc_iban: 4,
    unrelated: 4,
    multi_listed: 3,
  },
  harder: { exact_number: 6, exact_kenmerk: 3, nodesc_iban: 3, paid_again: 3 },
  lump: { exact_number: 4, exact_kenmerk: 2, nodesc_iban: 2 },
  rarer: { exact_number: 4, exact_kenmerk: 2, nodesc_iban: 2 },
  hard: {
    exact_kenmerk: 3,
    exact_number: 5,
    embedded: 5,
    noisy_notation: 5,
    noisy_typo: 5,
    nodesc_iban: 4,
    nodesc_name: 3,
    multi_noref: 3,
    own_ref: 3,
    stale_ref: 3,
    unrelated: 3,
  },
};

/** Payments one after the other, each with its truth; what was paid is no longer open for the next. */
export function* makePayments(
  world: World,
  random: Random,
  asked: { count: number; mix: string },
): Generator<MadePayment> {
  const weights = MIXES[asked.mix] ?? {};
  const kinds = KINDS_OF[asked.mix] ?? KINDS;
  const bag = kinds.flatMap((kind) => Array<string>(weights[kind] ?? 1).fill(kind));
  const strangers = Array.from({ length: 200 }, () => strangerOf(random));
  let last: MadePayment | null = null;
  for (let count = 0; count < asked.count;) {
    const made: MadePayment | null =
      last && random.chance(0.01)
        ? duplicateOf(last)
        : makeOne(world, random, { kind: random.pick(bag), strangers });
    if (!made) continue;
    for (const { invoiceId, amountCents } of made.allocations) {
      world.paid.set(invoiceId, (world.paid.get(invoiceId) ?? 0) + amountCents);
    }
    last = made.category === 'exact_number' ? made : null;
    count += 1;
    yield made;
  }
}

/** The same payment once more, when the first one settled all that it named. */
const duplicateOf = (made: MadePayment): MadePayment => ({
  ...made,
  category: 'duplicate',
  kind: 'none',
  allocations: [],
});

function strangerOf(random: Random) {
  const name = random.chance(0.5) ? makePerson(random, 0).name : makeBusiness(random);
  return { name, iban: ibanOf(random) };
}

type Asked = { kind: string; strangers: Scene['stranger'][] };

function makeOne(world: World, random: Random, { kind, strangers }: Asked): MadePayment | null {
  for (let tries = 0; tries < 60; tries += 1) {
    const debtor = random.pick(world.debtors);
    const account = world.accounts.find((one) =>
      one.administrationIds.includes(debtor.administrationId),
    )!;
    const own = world.invoicesOf.get(debtor.debtorId) ?? [];
    const open = own.filter((one) => one.type === 'invoice' && leftOf(world, one) > 0);
    if (open.length === 0) continue;
    open.sort((a, b) =>
      a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.number < b.number ? -1 : 1,
    );
    const make = ALL[kind]!;
    const made = make({
      world,
      random,
      debtor,
      account,
      open,
      stranger: random.pick(strangers),
    });
    if (made) return made;
  }
  return null;
}
