import type { Invoice } from '../records.ts';
import { mistype } from './noise.ts';
import { nothing } from './nothing.ts';
import {
  claimOfDebtor,
  dossiersOf,
  euro,
  fillOldest,
  openOf,
  othersOf,
  paidOver,
  part,
  rest,
} from './lump-parts.ts';
import { type Allocation, leftOf, type Maker, type Scene, sumOf, whole } from './payment.ts';

/** One invoice each of several debtors on the same account, the scene's own debtor first. */
function oneOfEach(scene: Scene, least = 2, most = 8): Invoice[] | null {
  const debtors = [scene.debtor, ...othersOf(scene, scene.random.int(least, most) - 1)];
  const invoices = debtors.map((debtor) => scene.random.pick(openOf(scene.world, debtor)));
  const isOneEach = new Set(invoices.map((one) => one.debtorId)).size === invoices.length;
  return isOneEach && invoices.length >= least ? invoices : null;
}

const separated = ({ random }: Scene, items: readonly string[]): string =>
  random.pick([
    items.join(' '),
    items.join(', '),
    items.join(' / '),
    items.join('; '),
    `betreft ${items.join(' + ')}`,
    `verzamelbetaling ${items.join(', ')}`,
    `clienten ${items.join(', ')}`,
  ]);

/** Two numbers with the same digits on one account: a person cannot tell them apart either. */
function isClear({ world, account }: Scene, invoices: readonly Invoice[]): boolean {
  const digits = (one: Invoice) => one.number.replace(/\D/g, '').replace(/^20/, '');
  const wanted = new Set(invoices.map(digits));
  const same = world.invoices.filter(
    (one) =>
      account.administrationIds.includes(one.administrationId) &&
      wanted.has(digits(one)) &&
      leftOf(world, one) !== 0,
  );
  return same.length === invoices.length;
}

/** Lists of several debtors' invoices by numbers, in one payment of an office. */
export const lumpMakers: Readonly<Record<string, Maker>> = {
  lump_numbers: (scene) => {
    const invoices = oneOfEach(scene, 2, 10);
    if (!invoices) return null;
    const numbers = invoices.map((one) => one.number);
    const allocations = invoices.map((one) => rest(scene, one));
    return paidOver(scene, {
      category: 'lump_numbers',
      allocations,
      text: separated(scene, numbers),
    });
  },
  lump_measures: (scene) => {
    const invoices = oneOfEach(scene, 2, 6);
    if (!invoices) return null;
    const allocations = invoices.map((one) => whole(scene, one));
    const text = separated(
      scene,
      invoices.map((one) => one.number),
    );
    return paidOver(scene, { category: 'lump_measures', allocations, text });
  },
  lump_kenmerken: (scene) => {
    const invoices = oneOfEach(scene, 2, 6);
    if (!invoices) return null;
    const allocations = invoices.map((one) => rest(scene, one));
    const text = separated(
      scene,
      invoices.map((one) => one.paymentReference!),
    );
    return paidOver(scene, { category: 'lump_kenmerken', allocations, text });
  },
  /** Each number with what is paid of it, all or a part. */
  lump_stated: (scene) => {
    const invoices = oneOfEach(scene, 2, 5);
    if (!invoices) return null;
    const allocations = invoices.map((one) =>
      scene.random.chance(0.4) ? part(scene, one) : rest(scene, one),
    );
    const items = invoices.map((one, at) => [one.number, allocations[at]!.amountCents] as const);
    return paidOver(scene, { category: 'lump_stated', allocations, text: stated(scene, items) });
  },
  lump_dossiers: (scene) => {
    const dossiers = dossiersOf(scene, scene.random.int(2, 5));
    if (!dossiers) return null;
    const allocations = dossiers.flatMap(({ invoices }) => invoices.map((one) => rest(scene, one)));
    const text = separated(
      scene,
      dossiers.map((one) => `dossier ${one.number}`),
    );
    return paidOver(scene, { category: 'lump_dossiers', allocations, text });
  },
  /** A bailiff or budget manager says per dossier what is paid. */
  lump_dossiers_stated: (scene) => {
    const dossiers = dossiersOf(scene, scene.random.int(2, 4));
    if (!dossiers) return null;
    const paid = dossiers.map(({ invoices }) => {
      const claim = invoices.reduce((sum, one) => sum + leftOf(scene.world, one), 0);
      const amount = Math.floor((claim * scene.random.int(20, 90)) / 10_000) * 100;
      return { amount, parts: fillOldest(scene, invoices, amount), invoices };
    });
    if (paid.some(({ amount, invoices }) => amount < 500 || hasAmount(scene, invoices, amount)))
      return null;
    const items = dossiers.map((one, at) => [one.number, paid[at]!.amount] as const);
    const allocations = paid.flatMap(({ parts }) => parts);
    return paidOver(scene, {
      category: 'lump_dossiers_stated',
      allocations,
      text: stated(scene, items),
    });
  },
  lump_customers: (scene) => {
    const debtors = [scene.debtor, ...othersOf(scene, scene.random.int(1, 4))];
    if (new Set(debtors).size < debtors.length) return null;
    const allocations = debtors.flatMap((debtor) => claimOfDebtor(scene, debtor));
    const text = separated(
      scene,
      debtors.map((one) => `klantnr ${one.customerNumber}`),
    );
    return paidOver(scene, { category: 'lump_customers', allocations, text });
  },
  lump_names_stated: (scene) => {
    const invoices = oneOfEach(scene, 2, 4);
    if (!invoices) return null;
    const allocations = invoices.map((one) => rest(scene, one));
    const debtors = invoices.map((one) =>
      scene.world.debtors.find((debtor) => debtor.debtorId === one.debtorId)!,
    );
    if (debtors.some((one) => openOf(scene.world, one).length > 1)) return null;
    const items = debtors.map((one, at) => [one.name, allocations[at]!.amountCents] as const);
    const made = paidOver(scene, {
      category: 'lump_names_stated',
      allocations,
      text: stated(scene, items),
    });
    return { ...made, ambiguous: 'weak' };
  },
  lump_one_typo: (scene) => {
    const invoices = oneOfEach(scene, 3, 7);
    if (!invoices) return null;
    const wrong = scene.random.int(0, invoices.length - 1);
    const numbers = invoices.map((one, at) =>
      at === wrong ? mistype(scene.random, one.number) : one.number,
    );
    const allocations = invoices.map((one) => rest(scene, one));
    return paidOver(scene, {
      category: 'lump_one_typo',
      allocations,
      text: separated(scene, numbers),
    });
  },
  /** Costs were kept and nobody says of whom: whichever is booked short, the list is right. */
  lump_short: (scene) => {
    const invoices = oneOfEach(scene, 2, 6);
    if (!invoices || !isClear(scene, invoices)) return null;
    const full = invoices.map((one) => rest(scene, one));
    const shortage = Math.max(1, Math.round((sumOf(full) * scene.random.int(1, 4)) / 100));
    const accepted = full
      .filter((one) => one.amountCents > shortage)
      .map((short) =>
        full.map((one) =>
          one === short ? { ...one, amountCents: one.amountCents - shortage } : one,
        ),
      );
    if (!accepted[0]) return null;
    const text = `afdracht na kosten ${invoices.map((one) => one.number).join(', ')}`;
    const made = paidOver(scene, { category: 'lump_short', allocations: accepted[0], text });
    return { ...made, accepted };
  },
  /** The list holds a number that nobody here has; what is over is for somebody else. */
  lump_one_unknown: (scene) => withMore(scene, 'lump_one_unknown', unknownNumber),
  lump_one_paid: (scene) => withMore(scene, 'lump_one_paid', paidNumber),
  /** The bank keeps 140 signs, and the list was longer. */
  lump_cut_off: (scene) => {
    const invoices = oneOfEach(scene, 8, 24);
    if (!invoices) return null;
    const text = `verzamelbetaling ${invoices.map((one) => one.number).join(', ')}`;
    if (text.length <= 140) return null;
    const allocations = invoices.map((one) => rest(scene, one));
    const made = paidOver(scene, {
      category: 'lump_cut_off',
      allocations,
      text: text.slice(0, 140),
    });
    return { ...made, ambiguous: 'weak' };
  },
  lump_unnamed: (scene) => {
    const invoices = oneOfEach(scene, 2, 6);
    if (!invoices) return null;
    const text = scene.random.pick(['verzamelbetaling mei', 'afdracht', '', 'betaling clienten']);
    const allocations = invoices.map((one) => rest(scene, one));
    const made = paidOver(scene, { category: 'lump_unnamed', allocations, text });
    return { ...made, ambiguous: 'weak' };
  },
  /** A list of an agency for another creditor: its numbers mean nothing on this account. */
  lump_elsewhere: (scene) => {
    const { world, random, account } = scene;
    const foreign = Array.from({ length: 3 }, () => random.pick(world.invoices)).filter(
      (one) => !account.administrationIds.includes(one.administrationId),
    );
    if (foreign.length < 3) return null;
    const here = world.invoices.filter((one) =>
      account.administrationIds.includes(one.administrationId),
    );
    const digits = (one: Invoice) => one.number.replace(/\D/g, '').slice(-6);
    if (foreign.some((one) => here.some((other) => digits(other) === digits(one)))) return null;
    const text = separated(
      scene,
      foreign.map((one) => one.number),
    );
    const total = foreign.reduce((sum, one) => sum + leftOf(world, one), 0);
    return nothing(
      paidOver(scene, { category: '', allocations: [], text }),
      'lump_elsewhere',
      total,
    );
  },
};

const stated = ({ random }: Scene, items: readonly (readonly [string, number])[]): string =>
  random.pick([
    () => items.map(([item, cents]) => `${item} ${euro(cents)}`).join('; '),
    () => items.map(([item, cents]) => `${item} EUR ${euro(cents)}`).join(' / '),
    () => items.map(([item, cents]) => `${item}: ${euro(cents)}`).join(', '),
    () => items.map(([item, cents]) => `${item} (€ ${euro(cents)})`).join(' '),
  ])();

const hasAmount = (scene: Scene, invoices: readonly Invoice[], amountCents: number): boolean =>
  invoices.some((one) =>
    [leftOf(scene.world, one), one.openCents, one.openCents + one.costsCents].includes(amountCents),
  );

type More = { readonly number: string; readonly amountCents: number };

// oxlint-disable-next-line max-params -- as the makers of a payment
function withMore(scene: Scene, category: string, moreOf: (scene: Scene) => More | null) {
  const invoices = oneOfEach(scene, 2, 5);
  const more = moreOf(scene);
  if (!invoices || !more || !isClear(scene, invoices)) return null;
  const allocations: Allocation[] = invoices.map((one) => rest(scene, one));
  const numbers = [...invoices.map((one) => one.number), more.number];
  const made = paidOver(scene, { category, allocations, text: separated(scene, numbers) });
  return { ...made, amountCents: made.amountCents + more.amountCents };
}

const unknownNumber = ({ random, open }: Scene): More => ({
  number: random.pick(open).number.replace(/\d{4}$/, `9${random.digits(3)}`),
  amountCents: random.int(2_000, 40_000),
});

/** One that was collected by direct debit before; its debtor pays it again through the office. */
function paidNumber({ world, random, account }: Scene): More | null {
  const paid = world.invoices.filter(
    (one) =>
      account.administrationIds.includes(one.administrationId) &&
      one.status === 'collected' &&
      leftOf(world, one) === 0,
  );
  if (paid.length === 0) return null;
  const one = random.pick(paid);
  return { number: one.number, amountCents: one.amountCents };
}
