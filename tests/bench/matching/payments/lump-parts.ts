import { makeBusiness } from '../names.ts';
import type { Debtor, Invoice, World } from '../records.ts';
import { ibanOf } from '../world.ts';
import { type Allocation, byStranger, leftOf, type MadePayment, type Scene } from './payment.ts';

/** What is open of a debtor, oldest first; no credit notes. */
export const openOf = (world: World, debtor: Debtor): Invoice[] =>
  (world.invoicesOf.get(debtor.debtorId) ?? [])
    .filter((one) => one.type === 'invoice' && leftOf(world, one) > 0)
    .toSorted(byAge);

const byAge = (a: Invoice, b: Invoice): number =>
  a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.number < b.number ? -1 : 1;

/** Other debtors on the same account who owe something. */
export function othersOf({ world, random, account, debtor }: Scene, count: number): Debtor[] {
  const others: Debtor[] = [];
  for (let tries = 0; tries < count * 60 && others.length < count; tries += 1) {
    const other = random.pick(world.debtors);
    if (other === debtor || !account.administrationIds.includes(other.administrationId)) continue;
    if (openOf(world, other).length > 0) others.push(other);
  }
  return others;
}

export const rest = ({ world }: Scene, one: Invoice): Allocation => ({
  invoiceId: one.invoiceId,
  amountCents: leftOf(world, one),
});

/** Some of an invoice, in whole euros. */
export function part({ world, random }: Scene, one: Invoice): Allocation {
  const some = Math.floor((leftOf(world, one) * random.int(20, 80)) / 10_000) * 100;
  return { invoiceId: one.invoiceId, amountCents: Math.max(100, some) };
}

/** All that is open of a debtor. */
export const claimOfDebtor = (scene: Scene, debtor: Debtor): Allocation[] =>
  openOf(scene.world, debtor).map((one) => rest(scene, one));

export function fillOldest(
  { world }: Scene,
  invoices: Invoice[],
  amountCents: number,
): Allocation[] {
  let left = amountCents;
  return invoices.toSorted(byAge).flatMap((one) => {
    const amount = Math.min(left, leftOf(world, one));
    left -= amount;
    return amount > 0 ? [{ invoiceId: one.invoiceId, amountCents: amount }] : [];
  });
}

/** Dossiers of different debtors on this account, with all that is open in each. */
export function dossiersOf(
  scene: Scene,
  count: number,
): { number: string; invoices: Invoice[] }[] | null {
  const debtors = [scene.debtor, ...othersOf(scene, count * 6)];
  const found = new Map<string, Invoice[]>();
  for (const debtor of debtors) {
    const open = openOf(scene.world, debtor);
    const number = open[0]?.dossierNumber;
    if (number && found.size < count) found.set(number, open);
  }
  const dossiers = [...found].map(([number, invoices]) => ({ number, invoices }));
  return dossiers.length >= 2 ? dossiers : null;
}

/** As amounts are written in a text. */
export const euro = (cents: number): string => {
  const euros = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${euros},${String(cents % 100).padStart(2, '0')}`;
};

const officeName = ({ random }: Scene): string =>
  random.pick([
    `Administratiekantoor ${makeBusiness(random)}`,
    'Gemeente Utrecht Werk en Inkomen',
    'Noord Bewindvoering B.V.',
    'Deurwaarderskantoor Smal en Partners',
    'Incassobureau Vlot B.V.',
    'Stichting Budgetbeheer Zuid',
    makeBusiness(random),
  ]);

type Over = {
  readonly category: string;
  readonly allocations: Allocation[];
  readonly text: string;
};

/** Paid by an office from an account of its own. */
export const paidOver = (scene: Scene, { category, allocations, text }: Over): MadePayment => ({
  ...byStranger(scene, category, allocations, text),
  name: officeName(scene),
  iban: ibanOf(scene.random),
});
