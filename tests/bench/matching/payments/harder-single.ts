import { makePerson, sayPayer } from '../names.ts';
import { MONTHS } from '../world.ts';
import { lookAlike } from './harder-noise.ts';
import {
  amountsOf,
  byDebtor,
  byStranger,
  leftOf,
  type MadePayment,
  type Maker,
  type Scene,
  whole,
} from './payment.ts';
import { isOnlyOfPayer } from './single.ts';

const one = ({ random, open }: Scene) => random.pick(open);

/** One invoice that costs this and no other of whoever may be meant: then the payer alone says enough. */
function clear(scene: Scene) {
  const invoice = one(scene);
  const allocation = whole(scene, invoice);
  return isOnlyOfPayer(scene, allocation.amountCents) ? { invoice, allocation } : null;
}

const foreign = ({ random }: Scene): string =>
  random.pick([
    () => `DE${random.int(10, 98)}${random.digits(18)}`,
    () => `BE${random.int(10, 98)}${random.digits(12)}`,
    () => `FR${random.int(10, 98)}${random.digits(23)}`,
  ])();

/** Payments for one invoice, told worse than people usually do. */
export const harderSingles: Readonly<Record<string, Maker>> = {
  truncated_number: (scene) => {
    const found = clear(scene);
    if (!found) return null;
    const { number } = found.invoice;
    const text = `Factuur ${number.slice(0, number.length - scene.random.int(1, 3))}`;
    return byDebtor(scene, 'truncated_number', [found.allocation], text);
  },
  look_alike_number: (scene) => {
    const found = clear(scene);
    if (!found) return null;
    const text = `factuur ${lookAlike(scene.random, found.invoice.number)}`;
    return byDebtor(scene, 'look_alike_number', [found.allocation], text);
  },
  married_name: (scene) => {
    const { debtor, random } = scene;
    const found = clear(scene);
    if (!found || debtor.type !== 'consumer') return null;
    const partner = makePerson(random, 0);
    const last = [debtor.prefix, debtor.lastName].filter(Boolean).join(' ');
    const other = [partner.prefix, partner.lastName].filter(Boolean).join(' ');
    const first = [...(debtor.initials ?? '')].join('.');
    const name = random.pick([`Mw ${first}. ${other}-${last}`, `${first}. ${last}-${other}`]);
    const text = random.pick([`factuur ${found.invoice.number}`, found.invoice.number]);
    return { ...byDebtor(scene, 'married_name', [found.allocation], text), name };
  },
  glued_particles: (scene) => {
    const { debtor, random } = scene;
    const found = clear(scene);
    if (!found || !debtor.prefix) return null;
    const short = debtor.prefix.split(' ').map((word) => word[0]);
    const name = random.pick([
      `${debtor.initials} ${short.join('')} ${debtor.lastName}`,
      `${debtor.prefix.replaceAll(' ', '')}${debtor.lastName} ${debtor.initials}`,
      `${debtor.lastName} ${short.join(' ')} ${debtor.initials}`,
    ]);
    const text = `factuur ${found.invoice.number}`;
    return { ...byDebtor(scene, 'glued_particles', [found.allocation], text), name };
  },
  foreign_account: (scene) => {
    const invoice = one(scene);
    const text = scene.random.pick([
      `Rechnung Nr. ${invoice.number}`,
      `Re.Nr. ${invoice.number} vielen Dank`,
      `facture no ${invoice.number}`,
      `paiement facture ${invoice.number}`,
    ]);
    const made = byDebtor(scene, 'foreign_account', [whole(scene, invoice)], text);
    return { ...made, iban: foreign(scene) };
  },
  rf_right: (scene) => rf(scene, 'rf_right', (reference) => reference),
  rf_wrong_check: (scene) =>
    rf(scene, 'rf_wrong_check', (reference) => {
      const check = (Number(reference.slice(2, 4)) + scene.random.int(1, 90)) % 99;
      return `RF${String(check).padStart(2, '0')}${reference.slice(4)}`;
    }),
  kenmerk_wrong_check: (scene) => {
    const found = clear(scene);
    if (!found) return null;
    const reference = found.invoice.paymentReference!;
    const wrong = (Number(reference[0]) + scene.random.int(1, 9)) % 10;
    const text = `betalingskenmerk ${wrong}${reference.slice(1)}`;
    return byDebtor(scene, 'kenmerk_wrong_check', [found.allocation], text);
  },
  dates_in_text: (scene) => {
    const { random } = scene;
    const invoice = one(scene);
    const [month, day] = [random.int(1, 12), random.int(1, 28)].map((part) =>
      String(part).padStart(2, '0'),
    );
    const date = random.pick([
      `2024${month}${day}`,
      `${day}-${month}-24`,
      `${day} ${MONTHS[Number(month) - 1]} 2024`,
    ]);
    const text = random.pick([
      `betaald ${date} factuur ${invoice.number}`,
      `factuur ${invoice.number} d.d. ${date}`,
      `uw brief van ${date}, nr ${invoice.number}`,
    ]);
    return byDebtor(scene, 'dates_in_text', [whole(scene, invoice)], text);
  },
  only_a_date: (scene) => {
    const found = clear(scene);
    if (!found || !scene.debtor.ibans[0]) return null;
    const month = String(scene.random.int(1, 9)).padStart(2, '0');
    const text = `betaald 2024${month}${scene.random.int(10, 28)}`;
    return byDebtor(scene, 'only_a_date', [found.allocation], text);
  },
  same_amount_everywhere: (scene) => {
    const found = clear(scene);
    if (!found || scene.debtor.type !== 'consumer') return null;
    const many = scene.world.invoices.filter(
      (other) => other.openCents === found.allocation.amountCents,
    );
    if (many.length < 30) return null;
    const text = scene.random.pick(['contributie', 'abonnement', '']);
    const made = byDebtor(scene, 'same_amount_everywhere', [found.allocation], text);
    return { ...made, name: sayPayer(scene.random, scene.debtor) };
  },
  instalment: (scene) => {
    const invoice = one(scene);
    const terms = scene.random.int(3, 8);
    const amountCents = Math.floor(leftOf(scene.world, invoice) / terms);
    if (amountCents < 500) return null;
    if (scene.open.some((other) => amountsOf(scene.world, other).includes(amountCents)))
      return null;
    const text = `termijn ${scene.random.int(1, terms)} van ${terms} factuur ${invoice.number}`;
    return byDebtor(scene, 'instalment', [{ invoiceId: invoice.invoiceId, amountCents }], text);
  },
  other_on_behalf: (scene) => {
    const invoice = one(scene);
    const text = `namens ${scene.debtor.name} nota ${invoice.number}`;
    return byStranger(scene, 'other_on_behalf', [whole(scene, invoice)], text);
  },
};

// oxlint-disable-next-line max-params -- as the makers of a payment
function rf(
  scene: Scene,
  category: string,
  told: (reference: string) => string,
): MadePayment | null {
  const found = clear(scene);
  const reference = found?.invoice.paymentReference;
  if (!found || !reference?.startsWith('RF')) return null;
  const said = told(reference);
  if (said === reference && category !== 'rf_right') return null;
  const made = byDebtor(scene, category, [found.allocation], `ref ${said}`);
  return scene.random.chance(0.5) ? { ...made, text: '', structured: said } : made;
}
