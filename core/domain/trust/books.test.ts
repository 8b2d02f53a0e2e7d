import { cents } from '@inning/sdk';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { type AdministrationKey, newId } from '../../store/index.ts';
import { bankLine } from '../testing/bank.ts';
import { openTrustWorld, type TrustWorld } from '../testing/trust-world.ts';
import { applyShare, balanceOf, NOTHING_HELD } from './booking/apply-share.ts';
import { trustRemittances } from './remittances/trust-remittance.model.ts';

const database = testDatabase();
let world: TrustWorld;
beforeAll(async () => {
  world = await openTrustWorld(database.uri, 2);
});
afterAll(() => world.close());

const anna = { userId: newId(), name: 'Anna' };
const bram = { userId: newId(), name: 'Bram' };
let counter = 0;

/** What may happen to a trust account; each finds for itself what there is to do it with. */
type Move =
  | { readonly kind: 'receive'; readonly creditor: number; readonly amount: number }
  | { readonly kind: 'release' | 'take-back' | 'return'; readonly pick: number }
  | { readonly kind: 'remit'; readonly how: 'pay' | 'withdraw' | 'leave' };
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    kind: fc.constant('receive' as const),
    creditor: fc.nat(1),
    amount: fc.integer({ min: 1, max: 9_999 }),
  }),
  fc.record({ kind: fc.constantFrom('release', 'take-back', 'return'), pick: fc.nat(9) }),
  fc.record({
    kind: fc.constant('remit' as const),
    how: fc.constantFrom('pay', 'withdraw', 'leave'),
  }),
);

async function receive(place: AdministrationKey, amount: number): Promise<string> {
  const number = `P-${(counter += 1)}`;
  await world.owed(place, number, amount);
  const line = bankLine(amount, { description: `factuur ${number}`, endToEndId: `E-${number}` });
  await world.receive([line]);
  return line.bankReference;
}

async function remit(how: 'pay' | 'withdraw' | 'leave'): Promise<void> {
  const { propose, approve, withdraw } = world.trust.trustRemittances;
  const asked = { trustAccountId: world.account._id, creditorIds: [], by: anna };
  const made = await propose(world.scope, asked);
  if (how === 'leave') return;
  if (how === 'withdraw') {
    await withdraw(world.scope, made._id, { by: anna, reason: 'x' });
    return;
  }
  await approve(world.scope, made._id, bram);
  const lines = made.payments.map((one) =>
    bankLine(-one.amountCents, { endToEndId: one.endToEndId }),
  );
  await world.receive(lines);
}

async function takeBack(reference: string): Promise<void> {
  const { amountCents, endToEndId } = await world.lineOf(reference);
  await world.receive([bankLine(-amountCents, { endToEndId: endToEndId!, isReversal: true })]);
}

async function comeBack(pick: number): Promise<void> {
  const all = await world.store.table(trustRemittances).in(world.scope).find({ state: 'done' });
  const paid = all.flatMap((one) => one.payments).filter((one) => one.state === 'paid');
  const one = paid[pick % Math.max(paid.length, 1)];
  if (!one) return;
  await world.receive([bankLine(one.amountCents, { endToEndId: one.endToEndId })]);
}

/** What the account refuses is refused in a sentence; anything else is a mistake of ours. */
const orRefused = (work: Promise<unknown>) =>
  work.catch((error: { code?: string }) => {
    if (typeof error.code !== 'string') throw error;
  });

describe('the books of a trust account', () => {
  it('add up to zero and are nowhere below it, whatever happens in whatever order', async () => {
    const references: string[] = [];
    const one = async (step: Move): Promise<void> => {
      const reference =
        'pick' in step ? references[step.pick % Math.max(references.length, 1)] : '';
      if (step.kind === 'receive') {
        references.push(await receive(world.places[step.creditor]!, step.amount));
      } else if (step.kind === 'remit') await remit(step.how);
      else if (step.kind === 'return') await comeBack(step.pick);
      else if (reference && step.kind === 'take-back') await takeBack(reference);
      else if (reference) {
        const { _id } = await world.lineOf(reference);
        await world.trust.trustLines.release(world.scope, _id, { by: 'Anna', reason: 'x' });
      }
    };
    const steps = fc.array(move, { minLength: 4, maxLength: 12 });

    await fc.assert(
      fc.asyncProperty(steps, async (moves) => {
        for (const step of moves) await orRefused(one(step));
        expect(await world.problems()).toEqual([]);
      }),
      { numRuns: 12 },
    );
    expect(references.length).toBeGreaterThan(0);
  }, 120_000);

  it('stay right when remittances, undoing and receipts come at once', async () => {
    const place = world.places[0]!;
    const reference = await receive(place, 4_000);
    await receive(world.places[1]!, 2_500);
    const { _id } = await world.lineOf(reference);
    const why = { by: 'Anna', reason: 'x' };

    await Promise.all([
      ...[1, 2, 3].map(() => orRefused(remit('leave'))),
      orRefused(world.trust.trustLines.release(world.scope, _id, why)),
      orRefused(receive(place, 1_000)),
      orRefused(receive(world.places[1]!, 900)),
    ]);

    expect(await world.problems()).toEqual([]);
  });
});

describe('applyShare', () => {
  const share = fc.record({
    heldCents: fc.integer({ min: -5_000, max: 5_000 }),
    onItsWayCents: fc.integer({ min: -5_000, max: 5_000 }),
  });

  it('keeps every balance at zero or above, and loses no cent', () => {
    fc.assert(
      fc.property(fc.array(share, { maxLength: 20 }), (shares) => {
        let balance = NOTHING_HELD;
        for (const one of shares) {
          const before = balanceOf(balance);
          try {
            balance = applyShare(balance, one, 'c');
          } catch {
            continue;
          }
          expect(balanceOf(balance)).toBe(before + one.heldCents + one.onItsWayCents);
          expect(Math.min(...Object.values(balance))).toBeGreaterThanOrEqual(0);
          expect(balance.heldCents === 0 || balance.recoverableCents === 0).toBe(true);
        }
      }),
    );
  });

  it('refuses to promise more than is held, and says how much is', () => {
    const held = { ...NOTHING_HELD, heldCents: cents(100) };
    expect(() => applyShare(held, { heldCents: -101, onItsWayCents: 101 }, 'c')).toThrow(
      '100 cents are held, 101 are asked for',
    );
  });
});
