import { sayPayer } from '../names.ts';
import type { Random } from '../random.ts';
import type { Account, Debtor, Invoice, World } from '../records.ts';
import { ibanOf } from '../world.ts';

export type Allocation = { invoiceId: string; amountCents: number };
/** A payment with its truth. `null` allocations: it settles nothing. */
export type MadePayment = {
  category: string;
  kind: 'payment' | 'reversal' | 'psp_batch' | 'none';
  account: string;
  amountCents: number;
  name: string;
  iban: string;
  text: string;
  structured?: string;
  endToEndId?: string;
  isReversal?: boolean;
  allocations: Allocation[];
  accepted?: Allocation[][];
  ambiguous?: string;
};
export type Scene = {
  world: World;
  random: Random;
  debtor: Debtor;
  account: Account;
  /** What is open of this debtor, oldest first. */
  open: Invoice[];
  /** Payers that are no debtors: their names may be those of debtors all the same. */
  stranger: { name: string; iban: string };
};
export type Maker = (scene: Scene) => MadePayment | null;

export const leftOf = (world: World, one: Invoice): number =>
  one.openCents + one.costsCents + one.interestCents - (world.paid.get(one.invoiceId) ?? 0);

/** What people pay of an invoice: all, the principal, or principal and costs. */
export function sensibleAmount({ world, random }: Scene, one: Invoice): number {
  const paid = world.paid.get(one.invoiceId) ?? 0;
  const options = [leftOf(world, one), one.openCents - paid, one.openCents + one.costsCents - paid];
  return random.pick(options.filter((amount) => amount > 0 && amount <= options[0]!));
}

export const whole = (scene: Scene, one: Invoice): Allocation => ({
  invoiceId: one.invoiceId,
  amountCents: sensibleAmount(scene, one),
});

export const sumOf = (allocations: readonly Allocation[]): number =>
  allocations.reduce((sum, one) => sum + one.amountCents, 0);

// A scene and the three things that every payment has; some forty calls stay one line each.
// oxlint-disable max-params
/** A payment by the debtor, from a known account where there is one. */
export function byDebtor(
  scene: Scene,
  category: string,
  allocations: Allocation[],
  text: string,
): MadePayment {
  const { debtor, random, account } = scene;
  return {
    category,
    kind: 'payment',
    account: account.iban,
    amountCents: sumOf(allocations),
    name: sayPayer(random, debtor),
    iban: debtor.ibans[0] ?? ibanOf(random),
    text,
    allocations,
  };
}

export const byStranger = (
  scene: Scene,
  category: string,
  allocations: Allocation[],
  text: string,
): MadePayment => ({
  ...byDebtor(scene, category, allocations, text),
  ...scene.stranger,
});

// oxlint-enable max-params

/** All open items of all debtors with this account (or this name) on the bank account: what a payer without text may mean. */
export function itemsOfPayer(
  { world, account, debtor }: Scene,
  peers: readonly Debtor[],
): Invoice[] {
  return peers
    .filter((one) => account.administrationIds.includes(one.administrationId))
    .filter(
      (one) => one.name === debtor.name || one.ibans.some((iban) => debtor.ibans.includes(iban)),
    )
    .flatMap((one) => world.invoicesOf.get(one.debtorId) ?? [])
    .filter((one) => leftOf(world, one) > 0);
}

/** Whether exactly one open invoice has this amount in some sense. */
export function isOnly(scene: Scene, items: readonly Invoice[], amountCents: number): boolean {
  const fits = items.filter((one) => amountsOf(scene.world, one).includes(amountCents));
  return fits.length === 1;
}

export function amountsOf(world: World, one: Invoice): number[] {
  const paid = world.paid.get(one.invoiceId) ?? 0;
  return [leftOf(world, one), one.openCents - paid, one.openCents + one.costsCents - paid];
}
