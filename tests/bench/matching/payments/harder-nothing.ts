import { byDebtor, byStranger, amountsOf, leftOf, type Maker, type Scene } from './payment.ts';
import { nothing, otherAmount } from './nothing.ts';

/** Numbers of invoices that are open, as somebody else's papers may hold them by chance. */
const numberOf = ({ random, world }: Scene): string => random.pick(world.invoices).number;
const ours = ({ random, open }: Scene): string => random.pick(open).number;

/** Money that settles nothing, with numbers that look as if it did. */
export const harderNothings: Readonly<Record<string, Maker>> = {
  salary: (scene) => stranger(scene, 'salary', 'Uitzendbureau Rap', `salaris ${numberOf(scene)}`),
  tax: (scene) =>
    stranger(scene, 'tax', 'Belastingdienst', `teruggaaf aanslag ${numberOf(scene)} BTW`),
  rent: (scene) => stranger(scene, 'rent', 'Vastgoed Noord', `huur ${ours(scene)}`),
  insurance: (scene) =>
    stranger(scene, 'insurance', 'Verzekeraar Zeker', `schade-uitkering polis ${ours(scene)}`),
  debtor_sells: (scene) =>
    nothing(
      byDebtor(scene, '', [], `verkoop auto ${numberOf(scene)}`),
      'debtor_sells',
      otherAmount(scene),
    ),
  strange_policy: (scene) =>
    stranger(scene, 'strange_policy', 'Zorg en Zeker', `declaratie ${numberOf(scene)}`),
  other_creditor: (scene) => {
    const { world, account, random } = scene;
    const foreign = random.pick(world.invoices);
    if (account.administrationIds.includes(foreign.administrationId)) return null;
    const isHere = world.invoices.some(
      (one) =>
        account.administrationIds.includes(one.administrationId) &&
        digits(one.number) === digits(foreign.number),
    );
    if (isHere || leftOf(world, foreign) <= 0) return null;
    const made = byStranger(scene, '', [], `Factuur ${foreign.number}`);
    return nothing(made, 'other_creditor', leftOf(world, foreign));
  },
  paid_again: (scene) => {
    const { world, debtor, random } = scene;
    const paid = world.invoicesOf
      .get(debtor.debtorId)
      ?.find((one) => (world.paid.get(one.invoiceId) ?? 0) > 0 && leftOf(world, one) === 0);
    if (!paid) return null;
    const amount = world.paid.get(paid.invoiceId)!;
    if (scene.open.some((one) => amountsOf(world, one).includes(amount))) return null;
    const text = random.pick([`factuur ${paid.number}`, `nogmaals ${paid.number}`, paid.number]);
    return nothing(byDebtor(scene, '', [], text), 'paid_again', amount);
  },
};

const digits = (number: string): string => number.replace(/\D/g, '');

// oxlint-disable-next-line max-params -- a scene and the three things such a payment has
function stranger(scene: Scene, category: string, name: string, text: string) {
  return nothing({ ...byStranger(scene, '', [], text), name }, category, otherAmount(scene));
}
