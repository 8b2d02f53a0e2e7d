import { makeBusiness } from '../names.ts';
import type { Invoice } from '../records.ts';
import { mistype } from './noise.ts';
import {
  amountsOf,
  byDebtor,
  byStranger,
  leftOf,
  type Maker,
  type Scene,
  sumOf,
  whole,
} from './payment.ts';
import { joined, waysTo } from './several.ts';

const rest = ({ world }: Scene, one: Invoice) => ({
  invoiceId: one.invoiceId,
  amountCents: leftOf(world, one),
});

/** Payments for several invoices or several debtors. */
export const harderSeverals: Readonly<Record<string, Maker>> = {
  list_one_typo: (scene) => {
    if (scene.open.length < 3) return null;
    const allocations = scene.open.map((one) => rest(scene, one));
    if (waysTo(scene, scene.open, sumOf(allocations)) !== 1) return null;
    const wrong = scene.random.int(0, scene.open.length - 1);
    const numbers = scene.open.map((one, at) =>
      at === wrong ? mistype(scene.random, one.number) : one.number,
    );
    return byDebtor(scene, 'list_one_typo', allocations, joined(scene, numbers));
  },
  pair_one_typo: (scene) => {
    const [first, second] = scene.open;
    if (!first || !second) return null;
    const allocations = [whole(scene, first), whole(scene, second)];
    const sum = sumOf(allocations);
    if (waysTo(scene, scene.open, sum) !== 1) return null;
    const numbers = [first.number, mistype(scene.random, second.number)];
    return byDebtor(scene, 'pair_one_typo', allocations, joined(scene, numbers));
  },
  office_for_several: (scene) => {
    const peers = scene.world.debtors.filter(
      (other) => other.administrationId === scene.debtor.administrationId,
    );
    const others = Array.from({ length: scene.random.int(1, 5) }, () => scene.random.pick(peers));
    const invoices = [scene.debtor, ...others].flatMap((debtor) =>
      (scene.world.invoicesOf.get(debtor.debtorId) ?? [])
        .filter((one) => one.type === 'invoice' && leftOf(scene.world, one) > 0)
        .slice(0, 1),
    );
    if (new Set(invoices).size < 2 || new Set(invoices).size < invoices.length) return null;
    const numbers = invoices.map((one) => one.number);
    const made = byStranger(
      scene,
      'office_for_several',
      invoices.map((one) => rest(scene, one)),
      joined(scene, numbers),
    );
    return { ...made, name: `Administratiekantoor ${makeBusiness(scene.random)}` };
  },
  credit_netted: (scene) => {
    const credit = scene.world.invoicesOf
      .get(scene.debtor.debtorId)
      ?.find((one) => one.type === 'credit_note' && leftOf(scene.world, one) < 0);
    const [first] = scene.open;
    if (!credit || !first) return null;
    const allocations = [rest(scene, first), rest(scene, credit)];
    const sum = sumOf(allocations);
    if (sum <= 0 || scene.open.some((one) => amountsOf(scene.world, one).includes(sum)))
      return null;
    const text = scene.random.pick([
      `${first.number} / ${credit.number}`,
      `factuur ${first.number} minus ${credit.number}`,
      `${first.number} verrekend met creditnota`,
    ]);
    return byDebtor(scene, 'credit_netted', allocations, text);
  },
};
