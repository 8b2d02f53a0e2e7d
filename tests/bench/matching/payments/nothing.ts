import { makeBusiness, sayPayer } from '../names.ts';
import {
  amountsOf,
  byDebtor,
  byStranger,
  leftOf,
  type MadePayment,
  type Maker,
  type Scene,
} from './payment.ts';

export const nothing = (made: MadePayment, category: string, amountCents: number): MadePayment => ({
  ...made,
  category,
  kind: 'none',
  amountCents,
  allocations: [],
});

/** An amount as people pay; sometimes that of somebody's invoice, which means nothing. */
const anyAmount = ({ random, open }: Scene): number =>
  random.chance(0.2) ? random.pick(open).openCents : random.int(500, 90_000);

/** An amount that this debtor owes in no sense. */
export function otherAmount(scene: Scene): number {
  const amount = scene.random.int(500, 90_000);
  return scene.open.some((one) => amountsOf(scene.world, one).includes(amount))
    ? amount + 1
    : amount;
}

export const nothingMakers: Readonly<Record<string, Maker>> = {
  unrelated: (scene) => {
    const { random } = scene;
    const [name, text] = random.pick([
      ['Belastingdienst', `Teruggaaf omzetbelasting ${random.digits(9)}B01`],
      ['Exact Software Nederland B.V.', `Creditering inv ${random.digits(9)}`],
      [makeBusiness(random), `retour bestelling ${random.digits(6)}`],
      [scene.account.holder, 'Overboeking eigen rekening'],
      [makeBusiness(random), 'Dividend 2024'],
      ['Zorgverzekeraar', `Declaratie ${random.digits(8)}`],
      [makeBusiness(random), `restitutie waarborgsom ${random.digits(5)}`],
    ] as const);
    return nothing({ ...byStranger(scene, '', [], text), name }, 'unrelated', anyAmount(scene));
  },
  vague: (scene) => nothing(byStranger(scene, '', [], '.'), 'vague', otherAmount(scene)),
  unrelated_from_debtor: (scene) => {
    if (!scene.debtor.ibans[0]) return null;
    const text = scene.random.pick([
      'terugstorting onterecht ontvangen salaris',
      'gift jubileum personeelsvereniging',
      'huur mei',
      'lening terug',
      'verjaardag Tim',
      'kaartjes concert vrijdag',
      'sinterklaas klas 4b',
      'aandeel in de boot',
      'statiegeld kratten',
    ]);
    return nothing(byDebtor(scene, '', [], text), 'unrelated_from_debtor', otherAmount(scene));
  },
  closed_ref: (scene) => {
    const { random, open } = scene;
    const number = random.pick(open).number.replace(/\d{4}$/, () => `9${random.digits(3)}`);
    return nothing(
      byStranger(scene, '', [], `Factuur ${number}`),
      'closed_ref',
      otherAmount(scene),
    );
  },
  paid_by_collection: (scene) => {
    const collected = scene.world.invoicesOf
      .get(scene.debtor.debtorId)
      ?.find((one) => one.status === 'collected');
    if (!collected || leftOf(scene.world, collected) !== 0) return null;
    if (scene.open.some((one) => amountsOf(scene.world, one).includes(collected.amountCents)))
      return null;
    return nothing(
      byDebtor(scene, '', [], `Factuur ${collected.number}`),
      'paid_by_collection',
      collected.amountCents,
    );
  },
  supplier_debit: (scene) =>
    nothing(
      {
        ...byStranger(scene, '', [], `Business Card ${scene.random.pick(scene.open).number}`),
        name: makeBusiness(scene.random),
      },
      'supplier_debit',
      -scene.random.int(1_000, 90_000),
    ),
  storno: (scene) => {
    const collected = scene.world.invoicesOf
      .get(scene.debtor.debtorId)
      ?.find((one) => one.status === 'collected' && leftOf(scene.world, one) === 0);
    if (!collected?.directDebit) return null;
    const made = byDebtor(
      scene,
      'storno',
      [{ invoiceId: collected.invoiceId, amountCents: -collected.amountCents }],
      scene.random.pick(['', `${collected.description} ${collected.number}`]),
    );
    return {
      ...made,
      kind: 'reversal',
      isReversal: true,
      endToEndId: collected.directDebit.endToEndId,
      name: sayPayer(scene.random, scene.debtor),
    };
  },
};
