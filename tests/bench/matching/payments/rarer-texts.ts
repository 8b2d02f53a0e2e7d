import { MONTHS } from '../world.ts';
import { mistype } from './noise.ts';
import { amountsOf, byDebtor, leftOf, type Maker, type Scene, sumOf, whole } from './payment.ts';
import { joined, waysTo } from './several.ts';
import { isOnlyOfPayer } from './single.ts';

const one = ({ random, open }: Scene) => random.pick(open);

/** Payments whose text or amount is seldom so, but occurs at every bank. */
export const rarerTexts: Readonly<Record<string, Maker>> = {
  glued_capitals: (scene) => {
    const invoice = one(scene);
    const { customerNumber } = scene.debtor;
    const text = scene.random.pick([
      `FACTUUR${invoice.number}KLANT${customerNumber}`,
      `BETALINGFACTUUR${invoice.number}VAN${scene.random.pick(MONTHS)}`,
      `FACTUURNUMMER${invoice.number}KLANTNUMMER${customerNumber}`,
      `UWNOTA${invoice.number}DD15042025`,
    ]);
    return byDebtor(scene, 'glued_capitals', [whole(scene, invoice)], text.toUpperCase());
  },
  german_text: (scene) => {
    const invoice = one(scene);
    const text = scene.random.pick([
      `Rg.-Nr. ${invoice.number} Kd.-Nr. ${scene.debtor.customerNumber}`,
      `Verwendungszweck: RE ${invoice.number} vom 12.03.2025`,
      `Rechnungsnr ${invoice.number} abzgl. nichts`,
      `RNr.${invoice.number} Kundennummer ${scene.debtor.customerNumber}`,
    ]);
    return byDebtor(scene, 'german_text', [whole(scene, invoice)], text);
  },
  french_text: (scene) => {
    const invoice = one(scene);
    const text = scene.random.pick([
      `Votre facture n° ${invoice.number} du 12/03/2025`,
      `fact. ${invoice.number} client ${scene.debtor.customerNumber}`,
      `règlement facture ${invoice.number} merci`,
    ]);
    return byDebtor(scene, 'french_text', [whole(scene, invoice)], text);
  },
  /** The Belgian `+++123/4567/89012+++`, typed with stars, without, or told to the bank. */
  ogm_right: (scene) => ogm(scene, 'ogm_right', (reference) => reference),
  ogm_mistyped: (scene) =>
    ogm(scene, 'ogm_mistyped', (reference) => mistype(scene.random, reference)),
  split_kenmerk: (scene) => {
    const invoice = one(scene);
    const reference = invoice.paymentReference!;
    const at = scene.random.int(3, reference.length - 3);
    const text = `betalingskenmerk ${reference.slice(0, at)} ${reference.slice(at)}`;
    return byDebtor(scene, 'split_kenmerk', [whole(scene, invoice)], text);
  },
  kenmerk_typo: (scene) => {
    const invoice = one(scene);
    const text = mistype(scene.random, invoice.paymentReference!);
    const made = byDebtor(scene, 'kenmerk_typo', [whole(scene, invoice)], text);
    return isOnlyOfPayer(scene, made.amountCents) ? made : null;
  },
  list_two_typos: (scene) => {
    if (scene.open.length < 3) return null;
    const allocations = scene.open.map((invoice) => ({
      invoiceId: invoice.invoiceId,
      amountCents: leftOf(scene.world, invoice),
    }));
    if (waysTo(scene, scene.open, sumOf(allocations)) !== 1) return null;
    const numbers = scene.open.map(({ number }, at) =>
      at < 2 ? mistype(scene.random, number) : number,
    );
    return byDebtor(scene, 'list_two_typos', allocations, joined(scene, numbers));
  },
  discount_unsaid: (scene) => {
    const invoice = one(scene);
    const amount = Math.round(
      (leftOf(scene.world, invoice) * scene.random.pick([97, 98, 99])) / 100,
    );
    return partly(scene, {
      category: 'discount_unsaid',
      amount,
      text: `factuur ${invoice.number}`,
      invoice,
    });
  },
  discount_list: (scene) => {
    const invoices = scene.open.slice(0, 3);
    if (invoices.length < 2) return null;
    const full = invoices.map((invoice) => ({
      invoiceId: invoice.invoiceId,
      amountCents: leftOf(scene.world, invoice),
    }));
    const percent = scene.random.pick([1, 2, 3]);
    const shortage = Math.round((sumOf(full) * percent) / 100);
    const accepted = full
      .filter((short) => short.amountCents > shortage)
      .map((short) =>
        full.map((other) =>
          other === short ? { ...other, amountCents: other.amountCents - shortage } : other,
        ),
      );
    if (!accepted[0] || shortage === 0) return null;
    if (waysTo(scene, scene.open, sumOf(full) - shortage) > 0) return null;
    const numbers = invoices.map((invoice) => invoice.number);
    const text = `${joined(scene, numbers)} -${percent}% betalingskorting`;
    return { ...byDebtor(scene, 'discount_list', accepted[0], text), accepted };
  },
  /** A bank abroad kept its costs, and nothing but the account says for whom it is. */
  bank_costs_unnamed: (scene) => {
    const [invoice, second] = scene.open;
    if (!invoice || second || !scene.debtor.ibans[0]) return null;
    const amount = leftOf(scene.world, invoice) - scene.random.int(5, 25) * 100;
    const text = scene.random.pick([
      '/CHGS/SHA',
      'less charges 15,00 EUR',
      'kosten buitenlandse bank SHA',
    ]);
    return partly(scene, { category: 'bank_costs_unnamed', amount, text, invoice });
  },
  cent_off: (scene) => {
    const invoice = one(scene);
    const amount = leftOf(scene.world, invoice) + scene.random.pick([-1, 1]);
    return partly(scene, {
      category: 'cent_off',
      amount,
      text: `factuur ${invoice.number}`,
      invoice,
    });
  },
  cent_off_unnamed: (scene) => {
    const [invoice, second] = scene.open;
    if (!invoice || second || !scene.debtor.ibans[0]) return null;
    const amount = leftOf(scene.world, invoice) + scene.random.pick([-1, 1]);
    return partly(scene, { category: 'cent_off_unnamed', amount, text: 'betaling', invoice });
  },
  /** The number of an invoice that was paid long ago, with the amount of one that is open. */
  paid_number_open_amount: (scene) => {
    const { world, debtor } = scene;
    const old = (world.invoicesOf.get(debtor.debtorId) ?? []).find(
      (other) => other.type === 'invoice' && leftOf(world, other) === 0,
    );
    const invoice = one(scene);
    const allocation = whole(scene, invoice);
    const { amountCents } = allocation;
    if (!old || !debtor.ibans[0] || !isOnlyOfPayer(scene, amountCents)) return null;
    const wholes = [
      old.amountCents,
      old.openCents,
      old.openCents + old.costsCents,
      world.paid.get(old.invoiceId),
    ];
    if (wholes.includes(amountCents)) return null;
    return byDebtor(scene, 'paid_number_open_amount', [allocation], `factuur ${old.number}`);
  },
};

type Partly = {
  readonly category: string;
  readonly amount: number;
  readonly text: string;
  readonly invoice: Scene['open'][number];
};

/** An amount near what is owed: no more than the claim counts, and it must be that of no other item. */
function partly(scene: Scene, { category, amount, text, invoice }: Partly) {
  const amountCents = Math.min(amount, leftOf(scene.world, invoice));
  if (amountCents < 1_000 || amount < 1_000) return null;
  if (waysTo(scene, scene.open, amount) > 0) return null;
  if (amountsOf(scene.world, invoice).includes(amount)) return null;
  const made = byDebtor(scene, category, [{ invoiceId: invoice.invoiceId, amountCents }], text);
  return { ...made, amountCents: amount };
}

// oxlint-disable-next-line max-params -- as the makers of a payment
function ogm(scene: Scene, category: string, told: (reference: string) => string) {
  const invoice = one(scene);
  const reference = invoice.paymentReference ?? '';
  if (reference.length !== 12) return null;
  const said = told(reference);
  const parts = [said.slice(0, 3), said.slice(3, 7), said.slice(7)].join('/');
  const text = scene.random.pick([
    `+++${parts}+++`,
    `***${parts}***`,
    parts,
    said,
    `mededeling ${parts}`,
  ]);
  const made = byDebtor(scene, category, [whole(scene, invoice)], text);
  if (category !== 'ogm_right' && !isOnlyOfPayer(scene, made.amountCents)) return null;
  return made;
}
