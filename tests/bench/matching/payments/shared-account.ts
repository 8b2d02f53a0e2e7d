import { ibanOf } from '../world.ts';
import { claimOfDebtor, dossiersOf, fillOldest, openOf } from './lump-parts.ts';
import {
  amountsOf,
  byDebtor,
  byStranger,
  isOnly,
  itemsOfPayer,
  leftOf,
  type Maker,
  type Scene,
  sumOf,
  whole,
} from './payment.ts';
import { waysTo } from './several.ts';
import { isOnlyOfPayer, near } from './single.ts';

/** Payments for somebody else, or for all who share an account. */
export const sharedMakers: Readonly<Record<string, Maker>> = {
  /** Two of one household, or companies of one group: one account pays all that both owe, without a word. */
  account_of_several: (scene) => {
    const { world, debtor } = scene;
    const [iban] = debtor.ibans;
    const holders = near(scene).filter((one) => iban !== undefined && one.ibans.includes(iban));
    const here = holders.filter((one) =>
      scene.account.administrationIds.includes(one.administrationId),
    );
    if (here.length < 2 || here.some((one) => openOf(world, one).length === 0)) return null;
    const allocations = here.flatMap((one) => claimOfDebtor(scene, one));
    const items = itemsOfPayer(scene, near(scene));
    if (items.length > 10 || waysTo(scene, items, sumOf(allocations)) !== 1) return null;
    const text = scene.random.pick([
      '',
      'alle rekeningen',
      'betaling facturen',
      'openstaand saldo',
    ]);
    return byDebtor(scene, 'account_of_several', allocations, text);
  },
  /** An employer keeps part of the wages for one dossier. */
  wage_garnishment: (scene) => {
    const dossier = dossiersOf(scene, 2)?.[0];
    if (!dossier || dossier.invoices[0]?.debtorId !== scene.debtor.debtorId) return null;
    const claim = dossier.invoices.reduce((sum, one) => sum + leftOf(scene.world, one), 0);
    const amount = Math.floor((claim * scene.random.int(10, 60)) / 100);
    const isOther = dossier.invoices.some((one) => amountsOf(scene.world, one).includes(amount));
    if (amount < 500 || isOther || waysTo(scene, dossier.invoices, amount) > 0) return null;
    if (scene.world.plans.some((one) => one.debtorId === scene.debtor.debtorId)) return null;
    const text = scene.random.pick([
      `loonbeslag ${scene.debtor.name} dossier ${dossier.number}`,
      `inhouding loonbeslag mei dossier ${dossier.number}`,
      `beslag op loon ${dossier.number} ${scene.debtor.name}`,
    ]);
    const allocations = fillOldest(scene, dossier.invoices, amount);
    return {
      ...byStranger(scene, 'wage_garnishment', allocations, text),
      iban: ibanOf(scene.random),
    };
  },
  /** A partner, parent or office pays; only the name of the debtor stands in the text. */
  name_in_text: (scene) => {
    const found = onlyHere(scene);
    if (!found) return null;
    const text = scene.random.pick([
      `voor ${scene.debtor.name}`,
      `namens ${scene.debtor.name}`,
      `inzake ${scene.debtor.name}`,
      `betaling ${scene.debtor.name}`,
      `rekening van ${scene.debtor.name}`,
    ]);
    return { ...byStranger(scene, 'name_in_text', [found], text), iban: ibanOf(scene.random) };
  },
  customer_in_text: (scene) => {
    const found = onlyHere(scene);
    if (!found) return null;
    const text = scene.random.pick([
      `klantnummer ${scene.debtor.customerNumber} voor mijn dochter`,
      `Kd-Nr ${scene.debtor.customerNumber}`,
      `debiteurnr ${scene.debtor.customerNumber} ${scene.debtor.name}`,
      `client ${scene.debtor.customerNumber}`,
    ]);
    return { ...byStranger(scene, 'customer_in_text', [found], text), iban: ibanOf(scene.random) };
  },
  /** A bank's collecting account pays; who paid stands in the text. */
  payment_request: (scene) => {
    const invoice = scene.random.pick(scene.open);
    const { random } = scene;
    const payer = scene.debtor.name;
    const text = random.pick([
      `Tikkie ID ${random.digits(12)}, factuur ${invoice.number}, Van ${payer}, ${ibanOf(random)}`,
      `${random.digits(16)} ${random.digits(16)} factuur ${invoice.number} ${payer}`,
      `Betaalverzoek ${random.digits(10)} ${invoice.number} ${payer}`,
    ]);
    const made = byStranger(scene, 'payment_request', [whole(scene, invoice)], text);
    return {
      ...made,
      name: random.pick(['AAB INZ TIKKIE', 'ING Betaalverzoek', 'iDEAL QR']),
      iban: ibanOf(random),
    };
  },
};

/** Only one open item of anybody with this name costs exactly this. */
function onlyHere(scene: Scene) {
  const namesakes = scene.world.debtors.filter(
    (one) =>
      one.name === scene.debtor.name &&
      scene.account.administrationIds.includes(one.administrationId),
  );
  if (namesakes.length > 1) return null;
  const allocation = whole(scene, scene.random.pick(scene.open));
  const isOne = isOnly(scene, scene.open, allocation.amountCents);
  return isOne && isOnlyOfPayer(scene, allocation.amountCents) ? allocation : null;
}
