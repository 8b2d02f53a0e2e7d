import type { Invoice } from '../records.ts';
import { mistype } from './noise.ts';
import {
  type Allocation,
  amountsOf,
  byDebtor,
  byStranger,
  itemsOfPayer,
  leftOf,
  type Maker,
  type Scene,
  sumOf,
  whole,
} from './payment.ts';
import { near } from './single.ts';

const several = ({ random, open }: Scene, least = 2): Invoice[] | null =>
  open.length < least ? null : open.slice(0, random.int(least, Math.min(open.length, 4)));

export const joined = ({ random }: Scene, numbers: string[]): string =>
  random.pick([
    numbers.join(' '),
    numbers.join(', '),
    `Fact. ${numbers.join(' + ')}`,
    numbers.join(';'),
    `facturen ${numbers.join(' en ')}`,
  ]);

/** The same measure for all of them, as people add up the amounts of a letter. */
function alike(scene: Scene, invoices: Invoice[]): Allocation[] {
  const variant = scene.random.int(0, 2);
  return invoices.map((one) => {
    const amount = amountsOf(scene.world, one)[variant]!;
    return {
      invoiceId: one.invoiceId,
      amountCents: amount > 0 ? amount : leftOf(scene.world, one),
    };
  });
}

/** How many ways some of these items add up to this; equal items make it ambiguous. */
export function waysTo(scene: Scene, items: Invoice[], amountCents: number): number {
  let sums = new Map([[0, 1]]);
  for (const item of items.slice(0, 14)) {
    const next = new Map(sums);
    for (const amount of new Set(amountsOf(scene.world, item).filter((cents) => cents > 0))) {
      for (const [sum, ways] of sums) next.set(sum + amount, (next.get(sum + amount) ?? 0) + ways);
    }
    sums = next;
  }
  return sums.get(amountCents) ?? 0;
}

export const severalMakers: Readonly<Record<string, Maker>> = {
  multi_listed: (scene) => {
    const invoices = several(scene);
    if (!invoices) return null;
    return byDebtor(
      scene,
      'multi_listed',
      alike(scene, invoices),
      joined(
        scene,
        invoices.map((one) => one.number),
      ),
    );
  },
  multi_typo: (scene) => {
    const invoices = several(scene);
    if (!invoices) return null;
    const numbers = invoices.map((one, at) =>
      at === 1 ? mistype(scene.random, one.number) : one.number,
    );
    return byDebtor(scene, 'multi_typo', alike(scene, invoices), joined(scene, numbers));
  },
  multi_short: (scene) => {
    const invoices = several(scene);
    if (!invoices) return null;
    const full = invoices.map((one) => ({
      invoiceId: one.invoiceId,
      amountCents: leftOf(scene.world, one),
    }));
    const shortage = Math.max(1, Math.round(sumOf(full) * 0.02));
    const fits = full.filter((one) => one.amountCents > shortage);
    const accepted = fits.map((short) =>
      full.map((one) =>
        one === short ? { ...one, amountCents: one.amountCents - shortage } : one,
      ),
    );
    const total = sumOf(full) - shortage;
    if (!accepted[0] || waysTo(scene, invoices, total) > 0) return null;
    const made = byDebtor(
      scene,
      'multi_short',
      accepted[0],
      joined(
        scene,
        invoices.map((one) => one.number),
      ),
    );
    return { ...made, accepted };
  },
  multi_partial: (scene) => {
    const invoices = several(scene);
    const [first] = invoices ?? [];
    if (!invoices || !first) return null;
    const allocations = alike(scene, invoices);
    if (waysTo(scene, scene.open, sumOf(allocations)) !== 1) return null;
    return byDebtor(
      scene,
      'multi_partial',
      allocations,
      scene.random.pick([
        `${first.number} plus rest`,
        `fact ${first.number} e.a.`,
        `${first.number} en overige`,
      ]),
    );
  },
  multi_tails: (scene) => {
    const invoices = several(scene);
    if (!invoices || new Set(invoices.map((one) => one.number.slice(-4))).size < invoices.length)
      return null;
    const text = invoices
      .map((one, at) => (at === 0 ? one.number : one.number.slice(-4)))
      .join('/');
    return byDebtor(scene, 'multi_tails', alike(scene, invoices), text);
  },
  multi_noref: (scene) => {
    if (!scene.debtor.ibans[0] || scene.open.length < 2) return null;
    const allocations = alike(scene, scene.open);
    const items = itemsOfPayer(scene, near(scene));
    if (items.length > 12 || waysTo(scene, items, sumOf(allocations)) !== 1) return null;
    return byDebtor(
      scene,
      'multi_noref',
      allocations,
      scene.random.pick(['alles voldaan', 'betaling facturen', 'openstaande rekeningen', '']),
    );
  },
  multi_credit: (scene) => {
    const credit = scene.world.invoicesOf
      .get(scene.debtor.debtorId)
      ?.find((one) => one.type === 'credit_note' && leftOf(scene.world, one) < 0);
    const [first] = scene.open;
    if (!credit || !first || leftOf(scene.world, first) + credit.openCents <= 0) return null;
    const allocations = [
      whole(scene, first),
      { invoiceId: credit.invoiceId, amountCents: credit.openCents },
    ];
    if (sumOf(allocations) <= 0) return null;
    const text = scene.random.pick([
      first.number,
      `${first.number} -/- creditnota ${credit.number}`,
      `${first.number} min credit`,
    ]);
    return byDebtor(scene, 'multi_credit', allocations, text);
  },
  third_party_multi: (scene) => {
    const others = near(scene).filter(
      (other) =>
        other !== scene.debtor && scene.account.administrationIds.includes(other.administrationId),
    );
    const invoices = [
      scene.open[0]!,
      ...others
        .slice(0, 2)
        .flatMap((other) =>
          (scene.world.invoicesOf.get(other.debtorId) ?? [])
            .filter((one) => one.type === 'invoice' && leftOf(scene.world, one) > 0)
            .slice(0, 1),
        ),
    ];
    if (invoices.length < 2) return null;
    const made = byStranger(
      scene,
      'third_party_multi',
      invoices.map((one) => whole(scene, one)),
      `clienten ${invoices.map((one) => one.number).join(', ')}`,
    );
    return { ...made, name: 'Stichting Schuldhulp Purmerend' };
  },
  plan_term: (scene) => {
    const plan = scene.world.plans.find((one) => one.debtorId === scene.debtor.debtorId);
    if (!plan || !scene.debtor.ibans[0]) return null;
    const allocations = fill(
      scene,
      plan.invoiceIds
        .map((id) => scene.open.find((one) => one.invoiceId === id))
        .filter((one) => one !== undefined),
      plan.termCents,
    );
    if (
      sumOf(allocations) !== plan.termCents ||
      scene.open.some((one) => amountsOf(scene.world, one).includes(plan.termCents))
    )
      return null;
    return byDebtor(
      scene,
      'plan_term',
      allocations,
      scene.random.pick([`regeling ${plan.planId}`, plan.planId, 'termijn', 'aflossing']),
    );
  },
  partial_dossier: (scene) => {
    const dossier = scene.debtor && scene.open[0]?.dossierNumber;
    const within = scene.open.filter((one) => one.dossierNumber === dossier);
    const claim = within.reduce((sum, one) => sum + leftOf(scene.world, one), 0);
    const amount = Math.floor((claim * 0.6) / 500) * 500;
    if (!dossier || amount < 1_000 || waysTo(scene, within, amount) > 0) return null;
    if (scene.world.plans.some((one) => one.debtorId === scene.debtor.debtorId)) return null;
    const made = byDebtor(
      scene,
      'partial_dossier',
      fill(scene, within, amount),
      scene.random.pick([`dossier ${dossier}`, `aflossing ${dossier}`, dossier]),
    );
    return { ...made, amountCents: amount };
  },
  bailiff: (scene) => {
    const [first, second] = scene.open;
    if (!first?.dossierNumber || second) return null;
    const amountCents = Math.max(1, Math.round(leftOf(scene.world, first) * 0.8) - 3);
    const made = byStranger(
      scene,
      'bailiff',
      [{ invoiceId: first.invoiceId, amountCents }],
      scene.random.pick([
        `afdracht na kosten ${first.dossierNumber} ${first.number}`,
        `afdracht dossier ${first.dossierNumber}`,
      ]),
    );
    return { ...made, name: 'Gerechtsdeurwaarders Vliet en Partners' };
  },
  partial_noref: (scene) => {
    const [first, second] = scene.open;
    if (!first || second || !scene.debtor.ibans[0] || itemsOfPayer(scene, near(scene)).length > 1)
      return null;
    const amountCents = Math.floor((leftOf(scene.world, first) * 0.5) / 500) * 500;
    if (amountCents < 500 || amountsOf(scene.world, first).includes(amountCents)) return null;
    return byDebtor(
      scene,
      'partial_noref',
      [{ invoiceId: first.invoiceId, amountCents }],
      scene.random.pick(['deelbetaling', 'betaling in delen', 'aflossing', 'alvast een deel']),
    );
  },
};

function fill({ world }: Scene, invoices: Invoice[], amountCents: number): Allocation[] {
  let left = amountCents;
  return invoices.flatMap((one) => {
    const part = Math.min(left, leftOf(world, one));
    left -= part;
    return part > 0 ? [{ invoiceId: one.invoiceId, amountCents: part }] : [];
  });
}
