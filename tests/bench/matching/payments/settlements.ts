import type { Invoice, SettlementLine } from '../records.ts';
import { ibanOf } from '../world.ts';
import { lookAlike } from './harder-noise.ts';
import { openOf, othersOf } from './lump-parts.ts';
import { said } from './noise.ts';
import { nothing } from './nothing.ts';
import {
  type Allocation,
  byStranger,
  leftOf,
  type MadePayment,
  type Maker,
  type Scene,
} from './payment.ts';

type Paid = { readonly lines: SettlementLine[]; readonly allocations: Allocation[] };

/** Net payments of a payment service provider. */
export const settlementMakers: Readonly<Record<string, Maker>> = {
  psp_batch: (scene) => settle(scene, 'psp_batch', (id) => `Mollie Payments uitbetaling ${id}`),
  psp_short_text: (scene) => settle(scene, 'psp_short_text', (id) => id),
  /** The bank cut the number of the report; only the amount and the provider say which it is. */
  psp_no_number: (scene) => settle(scene, 'psp_no_number', () => 'uitbetaling'),
  psp_dashes: (scene) =>
    settle(scene, 'psp_dashes', (id) => `settlement ${id.replaceAll('.', ' ')}`),
  psp_refunds: (scene) =>
    settle(scene, 'psp_refunds', (id) => `Mollie Payments uitbetaling ${id}`, [
      line(scene, {
        amountCents: -scene.random.int(500, 3_000),
        description: 'Refund bestelling 44',
      }),
      line(scene, { amountCents: -1_500, description: 'Chargeback fee' }),
    ]),
  psp_typos: (scene) =>
    settle(
      scene,
      'psp_typos',
      (id) => `Mollie Payments uitbetaling ${id}`,
      [],
      (number) => lookAlike(scene.random, number),
    ),
  /** No report of it was handed over. */
  psp_unknown: (scene) => {
    const made = provider(scene, `uitbetaling 999.2505.${scene.random.digits(4)}`);
    return nothing(made, 'psp_unknown', scene.random.int(10_000, 400_000));
  },
};

const provider = (scene: Scene, text: string): MadePayment => ({
  ...byStranger(scene, '', [], text),
  name: 'STICHTING MOLLIE PAYMENTS',
  iban: ibanOf(scene.random),
});

// oxlint-disable-next-line max-params -- as the makers of a payment
function settle(
  scene: Scene,
  category: string,
  say: (id: string) => string,
  more: readonly SettlementLine[] = [],
  spoil: (number: string) => string = (number) => number,
): MadePayment | null {
  const paid = payEach(scene, spoil);
  if (!paid) return null;
  const lines = [...paid.lines, ...more];
  const settlementId = `31415${scene.random.digits(2)}.2505.${scene.random.digits(4)}`;
  const grossCents = lines.reduce((sum, one) => sum + one.amountCents, 0);
  const feeCents = lines.reduce((sum, one) => sum + one.feeCents, 0);
  const netCents = grossCents - feeCents;
  if (netCents <= 0) return null;
  scene.world.settlements.push({ settlementId, grossCents, feeCents, netCents, payments: lines });
  const made = provider(scene, say(settlementId));
  const { allocations } = paid;
  return { ...made, category, kind: 'psp_batch', amountCents: netCents, allocations };
}

function payEach(scene: Scene, spoil: (number: string) => string): Paid | null {
  const { world, random } = scene;
  const debtors = new Set([scene.debtor, ...othersOf(scene, random.int(1, 8))]);
  const invoices = [...debtors].flatMap((debtor) => openOf(world, debtor).slice(0, 1));
  if (invoices.length < 2) return null;
  const lines = invoices.map((one) => lineOf(scene, one, spoil));
  if (random.chance(0.5)) {
    lines.push(
      line(scene, { amountCents: 2_039, description: `Webshop bestelling ${random.digits(5)}` }),
    );
  }
  const allocations = invoices.map((one) => ({
    invoiceId: one.invoiceId,
    amountCents: leftOf(world, one),
  }));
  return { lines, allocations };
}

function lineOf(scene: Scene, one: Invoice, spoil: (number: string) => string): SettlementLine {
  const debtor = scene.world.debtors.find((other) => other.debtorId === one.debtorId);
  const description = scene.random.chance(0.7)
    ? said(scene.random, spoil(one.number))
    : (one.paymentReference ?? one.number);
  const amountCents = leftOf(scene.world, one);
  return line(scene, { amountCents, description, consumerName: debtor?.name ?? '' });
}

function line(
  { random }: Scene,
  told: { amountCents: number; description: string; consumerName?: string },
): SettlementLine {
  const paymentId = `tr_${random.digits(10)}`;
  return { paymentId, method: 'ideal', feeCents: 32, consumerName: 'E. de Wit', ...told };
}
