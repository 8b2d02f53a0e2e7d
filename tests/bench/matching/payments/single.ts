import { MONTHS } from '../world.ts';
import { buried, mistype, rewrite, said } from './noise.ts';
import {
  byDebtor,
  byStranger,
  isOnly,
  itemsOfPayer,
  leftOf,
  type Maker,
  type Scene,
  whole,
} from './payment.ts';

const one = ({ random, open }: Scene) => random.pick(open);
const EMPTY = ['', '', '.', 'bedankt', 'factuur', 'betaling'];

export const singleMakers: Readonly<Record<string, Maker>> = {
  exact_kenmerk: (scene) => {
    const invoice = one(scene);
    const made = byDebtor(scene, 'exact_kenmerk', [whole(scene, invoice)], '');
    const reference = invoice.paymentReference!;
    if (scene.random.chance(0.5)) return { ...made, structured: reference };
    return {
      ...made,
      text: scene.random.pick([
        reference,
        `kenmerk ${reference}`,
        `${scene.random.digits(16)} Betalingskenmerk ${reference}`,
        reference.replace(/(\d{4})(?=\d)/g, '$1 '),
      ]),
    };
  },
  exact_number: (scene) => {
    const invoice = one(scene);
    return byDebtor(
      scene,
      'exact_number',
      [whole(scene, invoice)],
      said(scene.random, invoice.number),
    );
  },
  noisy_notation: (scene) => {
    const invoice = one(scene);
    return byDebtor(
      scene,
      'noisy_notation',
      [whole(scene, invoice)],
      said(scene.random, rewrite(scene.random, invoice.number)),
    );
  },
  noisy_typo: (scene) => {
    const invoice = one(scene);
    const number = scene.random.chance(0.3) ? invoice.paymentReference! : invoice.number;
    return byDebtor(
      scene,
      'noisy_typo',
      [whole(scene, invoice)],
      said(scene.random, mistype(scene.random, number)),
    );
  },
  embedded: (scene) => {
    const invoice = one(scene);
    return byDebtor(
      scene,
      'embedded',
      [whole(scene, invoice)],
      buried(scene.random, invoice.number),
    );
  },
  third_party: (scene) => {
    const invoice = one(scene);
    const text = scene.random.pick([
      said(scene.random, invoice.number),
      invoice.paymentReference!,
      `namens ${scene.debtor.name} factuur ${invoice.number}`,
    ]);
    return byStranger(scene, 'third_party', [whole(scene, invoice)], text);
  },
  third_party_notation: (scene) => {
    const invoice = one(scene);
    return byStranger(
      scene,
      'third_party_notation',
      [whole(scene, invoice)],
      `Factuur ${rewrite(scene.random, invoice.number)}`,
    );
  },
  partial: (scene) => {
    const invoice = one(scene);
    const left = leftOf(scene.world, invoice);
    if (left < 3_000) return null;
    const amountCents = scene.random.pick([
      Math.floor((left * 0.6) / 500) * 500,
      left - scene.random.int(1, 900),
      Math.round(left * 0.98),
    ]);
    const text = scene.random.pick([
      `${invoice.number} deel 1`,
      `aflossing factuur ${invoice.number}`,
      said(scene.random, invoice.number),
    ]);
    return byDebtor(scene, 'partial', [{ invoiceId: invoice.invoiceId, amountCents }], text);
  },
  overpayment: (scene) => {
    const invoice = one(scene);
    const left = leftOf(scene.world, invoice);
    const made = byDebtor(
      scene,
      'overpayment',
      [{ invoiceId: invoice.invoiceId, amountCents: left }],
      said(scene.random, invoice.number),
    );
    return {
      ...made,
      amountCents: scene.random.pick([
        Math.ceil((left + 1) / 100) * 100,
        Math.ceil((left + 1) / 1_000) * 1_000,
        left + 150,
      ]),
    };
  },
  nodesc_iban: (scene) => nodesc(scene, 'nodesc_iban', scene.random.pick(EMPTY)),
  nodesc_name: (scene) => {
    const made = nodesc(scene, 'nodesc_name', scene.random.pick(EMPTY));
    return made && { ...made, iban: scene.stranger.iban };
  },
  own_ref: (scene) =>
    nodesc(
      scene,
      'own_ref',
      scene.random.pick([
        `inkoopfactuur IF25-${scene.random.digits(4)}`,
        `betaalbatch 2025-${scene.random.digits(3)} regel 73`,
        `order ${scene.random.digits(5)}`,
        `ons kenmerk ${scene.random.digits(6)}/86`,
        'verzamelbetaling 115',
      ]),
    ),
  stale_ref: (scene) => {
    const invoice = one(scene);
    const old = invoice.number.replace(/\d{4}$/, '0007');
    return nodesc(scene, 'stale_ref', `Factuur ${old}`);
  },
  trap_sequential: (scene) => {
    const made = nodesc(scene, 'trap_sequential', '');
    const mine = scene.open.find(
      (invoice) => invoice.invoiceId === made?.allocations[0]?.invoiceId,
    );
    const next =
      mine &&
      scene.world.invoices.find(
        (other) =>
          other.administrationId === mine.administrationId &&
          other.debtorId !== mine.debtorId &&
          leftOf(scene.world, other) > 0 &&
          other.number.slice(0, -1) === mine.number.slice(0, -1),
      );
    if (
      !made ||
      !next ||
      leftOf(scene.world, next) === made.amountCents ||
      next.openCents === made.amountCents
    )
      return null;
    return { ...made, text: next.number };
  },
  customer_only: (scene) => {
    const made = nodesc(
      scene,
      'customer_only',
      scene.random.pick([
        `klantnr ${scene.debtor.customerNumber}`,
        scene.debtor.customerNumber,
        `relatie ${scene.debtor.customerNumber} openstaand`,
      ]),
    );
    return made && scene.random.chance(0.3) ? { ...made, ...scene.stranger } : made;
  },
  period_hint: (scene) => {
    const invoice = one(scene);
    const same = scene.open.filter((other) => other.period === invoice.period);
    if (!scene.debtor.ibans[0] || invoice.period === null || same.length > 1) return null;
    const [year, month] = invoice.period.split('-');
    if (scene.open.some((other) => other !== invoice && other.period?.endsWith(`-${month}`)))
      return null;
    const items = itemsOfPayer(scene, near(scene));
    if (items.length > scene.open.length) return null;
    const name = MONTHS[Number(month) - 1]!;
    return byDebtor(
      scene,
      'period_hint',
      [whole(scene, invoice)],
      scene.random.pick([`abonnement ${name}`, `${name} ${year}`]),
    );
  },
  number_without_year: (scene) => {
    const invoice = one(scene);
    const counter = /\d{3,5}$/.exec(invoice.number.replace(/^\D*20\d\d/, ''))?.[0];
    if (!counter || !scene.debtor.ibans[0]) return null;
    return byDebtor(scene, 'number_without_year', [whole(scene, invoice)], `factuur ${counter}`);
  },
  end_to_end: (scene) => {
    const invoice = one(scene);
    const made = byDebtor(scene, 'end_to_end', [whole(scene, invoice)], '');
    return { ...made, endToEndId: invoice.number };
  },
  cents_swapped: (scene) => {
    const invoice = one(scene);
    const left = leftOf(scene.world, invoice);
    const [euros, cents] = [Math.floor(left / 100), left % 100];
    const amountCents = euros * 100 + Math.floor(cents / 10) + (cents % 10) * 10;
    if (amountCents >= left) return null;
    return byDebtor(
      scene,
      'cents_swapped',
      [{ invoiceId: invoice.invoiceId, amountCents }],
      said(scene.random, invoice.number),
    );
  },
};

/** Neighbours in the books: households and the same person at another creditor are made beside each other. */
export const near = ({ world, debtor }: Scene) => {
  const at = Number(debtor.debtorId.slice(3)) - 1;
  return world.debtors.slice(Math.max(0, at - 40), at + 40);
};

/** Only one open invoice of whoever has this account or name costs this. */
export const isOnlyOfPayer = (scene: Scene, amountCents: number): boolean =>
  isOnly(scene, itemsOfPayer(scene, near(scene)), amountCents);

function nodesc(scene: Scene, category: string, text: string) {
  const invoice = one(scene);
  if (!scene.debtor.ibans[0]) return null;
  const allocation = whole(scene, invoice);
  if (!isOnlyOfPayer(scene, allocation.amountCents)) return null;
  return byDebtor(scene, category, [allocation], text);
}
