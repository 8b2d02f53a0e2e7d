import { invariant } from '@inning/sdk';
import { newId } from '../../store/index.ts';
import { bankLine } from './bank.ts';
import type { TrustWorld } from './trust-world.ts';

/** Two people of the agency: what one asks, the other approves. */
export const anna = { userId: newId(), name: 'Anna' };
export const bram = { userId: newId(), name: 'Bram' };

/** Handing money on to creditors, step by step; the first books are those it came in for. */
export function remitting(world: () => TrustWorld) {
  let counter = 0;
  const place = () => {
    const [first] = world().places;
    invariant(first, 'money comes in for somebody');
    return first;
  };
  const propose = (by = anna) =>
    world().trust.trustRemittances.propose(world().scope, {
      trustAccountId: world().account._id,
      creditorIds: [],
      by,
    });
  const approved = async () => {
    const made = await propose();
    return world().trust.trustRemittances.approve(world().scope, made._id, bram);
  };
  const paidOut = (remittance: Awaited<ReturnType<typeof approved>>) =>
    remittance.payments.map((one) =>
      bankLine(-one.amountCents, { endToEndId: one.endToEndId, counterpartyAccount: one.iban }),
    );
  return {
    place,
    propose,
    approved,
    /** What the bank shows of it. */
    paidOut,
    /** A debtor pays a new invoice of 100.00. */
    async comesIn(more: Parameters<typeof bankLine>[1] = {}) {
      const number = `R-${(counter += 1)}`;
      const invoiceId = await world().owed(place(), number);
      const line = bankLine(10_000, { description: `factuur ${number}`, ...more });
      await world().receive([line]);
      return { invoiceId, line, number };
    },
    async remitted() {
      const remittance = await approved();
      await world().receive(paidOut(remittance));
      return world().trust.trustRemittances.get(world().scope, remittance._id);
    },
  };
}
