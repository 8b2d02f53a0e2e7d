import { makePerson } from '../names.ts';
import { nothing, otherAmount } from './nothing.ts';
import { amountsOf, byDebtor, byStranger, leftOf, type Maker, type Scene } from './payment.ts';

const pick = ({ random, open }: Scene) => random.pick(open);

/** Payments whose amount or number is not quite what was asked, as banks and bookkeepers make them. */
export const harderAmounts: Readonly<Record<string, Maker>> = {
  rounded: (scene) => {
    const invoice = pick(scene);
    const claim = leftOf(scene.world, invoice);
    const step = scene.random.pick([100, 500]);
    const paid = scene.random.pick([Math.floor, Math.ceil])(claim / step) * step;
    if (paid === claim || paid <= 0) return null;
    return paidAs(scene, 'rounded', { paid, text: `factuur ${invoice.number}`, invoice });
  },
  bank_costs: (scene) => {
    const invoice = pick(scene);
    const paid = leftOf(scene.world, invoice) - scene.random.int(5, 25) * 100;
    if (paid < 2_000) return null;
    const text = `/INV/${invoice.number} /CHGS/SHA less charges`;
    return paidAs(scene, 'bank_costs', { paid, text, invoice });
  },
  discount: (scene) => {
    const invoice = pick(scene);
    const percent = scene.random.pick([1, 2, 3, 5]);
    const paid = Math.round((leftOf(scene.world, invoice) * (100 - percent)) / 100);
    const text = scene.random.pick([
      `fact ${invoice.number} -${percent}% betalingskorting`,
      `${invoice.number} onder aftrek van ${percent} procent`,
    ]);
    return paidAs(scene, 'discount', { paid, text, invoice });
  },
  first_of_two: (scene) => {
    const invoice = pick(scene);
    const paid = Math.round((leftOf(scene.world, invoice) * scene.random.int(30, 70)) / 100);
    const text = scene.random.pick([
      `eerste deel factuur ${invoice.number}, rest volgt`,
      `${invoice.number} deel 1/2`,
    ]);
    return paidAs(scene, 'first_of_two', { paid, text, invoice });
  },
  letters_for_digits: (scene) => {
    const invoice = pick(scene);
    if (!/0/.test(invoice.number)) return null;
    const text = `factuur ${invoice.number.replaceAll('0', 'O')}`;
    return paidAs(scene, 'letters_for_digits', {
      paid: leftOf(scene.world, invoice),
      text,
      invoice,
    });
  },
  spaced_digits: (scene) => {
    const invoice = pick(scene);
    const { number } = invoice;
    const at = scene.random.int(2, Math.max(2, number.length - 2));
    const text = `nota ${number.slice(0, at)} ${number.slice(at)}`;
    return paidAs(scene, 'spaced_digits', { paid: leftOf(scene.world, invoice), text, invoice });
  },
  ledger_number: (scene) => {
    const invoice = pick(scene);
    const other = scene.random.pick(scene.world.invoices).number;
    const { random } = scene;
    const text = random.pick([
      `uw factuur ${invoice.number} ons boekstuk ${random.digits(8)}`,
      `crediteur ${random.digits(5)} fact ${invoice.number} dd ${random.int(10, 28)}-04-25`,
      `${invoice.number} ons kenmerk INK-${other}`,
      `tel ${random.digits(10)} kvk ${random.digits(8)} ${invoice.number}`,
    ]);
    return paidAs(scene, 'ledger_number', { paid: leftOf(scene.world, invoice), text, invoice });
  },
  /** Only the payer's own number, which is that of somebody else's invoice by chance. */
  ledger_number_only: (scene) => {
    const invoice = pick(scene);
    const paid = leftOf(scene.world, invoice);
    const fits = scene.open.filter((one) => amountsOf(scene.world, one).includes(paid));
    if (fits.length !== 1 || !scene.debtor.ibans[0]) return null;
    const other = scene.random.pick(scene.world.invoices);
    if (other.debtorId === scene.debtor.debtorId) return null;
    const text = scene.random.pick([`ons kenmerk ${other.number}`, `boekstuk ${other.number}`]);
    return paidAs(scene, 'ledger_number_only', { paid, text, invoice });
  },
  chance_amount: (scene) => {
    const { world, random } = scene;
    const text = random.pick(['diner vrijdag', 'Tikkie', 'boodschappen', '', 'voor de vakantie']);
    const made = byStranger(scene, '', [], text);
    return nothing(made, 'chance_amount', leftOf(world, pick(scene)));
  },
  chance_amount_surname: (scene) => {
    const { world, random, debtor } = scene;
    if (debtor.type !== 'consumer') return null;
    const last = [debtor.prefix, debtor.lastName].filter(Boolean).join(' ');
    const other = makePerson(random, 0);
    const first = other.name.split(' ')[0] ?? '';
    if (first[0] === debtor.initials?.[0]) return null;
    const text = random.pick(['cadeau', 'benzine terug', 'kaartjes concert']);
    const made = { ...byStranger(scene, '', [], text), name: `${first} ${last}` };
    return nothing(made, 'chance_amount_surname', leftOf(world, pick(scene)));
  },
  supplier_refund: (scene) => {
    const text = `terugbetaling creditnota ${pick(scene).number}`;
    const made = { ...byStranger(scene, '', [], text), name: 'Energie Direct Retail' };
    return nothing(made, 'supplier_refund', otherAmount(scene));
  },
};

type Paid = {
  readonly paid: number;
  readonly text: string;
  readonly invoice: Scene['open'][number];
};

/** What came in, of which no more than the claim counts. */
// oxlint-disable-next-line max-params -- as the makers of a payment
function paidAs(scene: Scene, category: string, { paid, text, invoice }: Paid) {
  const amountCents = Math.min(paid, leftOf(scene.world, invoice));
  // An amount that is exactly that of another item may mean that one.
  const others = scene.open.filter((one) => one !== invoice);
  if (others.some((one) => amountsOf(scene.world, one).includes(paid))) return null;
  const allocation = { invoiceId: invoice.invoiceId, amountCents };
  return { ...byDebtor(scene, category, [allocation], text), amountCents: paid };
}
