import { type CalendarDate, cents } from '@inning/sdk';
import type { Id } from '../../../core/store/index.ts';
import type { FlowWorld } from '../../kit/flow-world.ts';
import { flowOf, type StepOf } from './flow-of.ts';

/** Its steps would be refused where a country's rules look at it; here the engine and the ledger are told of. */
const LAWLESS = { country: 'ZZ' } as const;

type Told = {
  readonly steps: Readonly<Record<string, StepOf>>;
  readonly kind: 'consumer' | 'business';
  readonly invoices: readonly (readonly [euros: number, dueOn: CalendarDate])[];
  readonly email?: string;
};

/** What people do about a claim, and what it comes to by law. */
export function theLaw(world: () => FlowWorld) {
  let count = 0;
  return {
    async story({ steps, kind, invoices, email = 'a@b.example' }: Told) {
      const here = world();
      const document = flowOf(here, steps, LAWLESS);
      await here.choose(await here.publish(`law-${(count += 1)}`, document));
      const { _id: debtorId } = await here.given.debtor({ email, kind });
      const ids: Id[] = [];
      for (const [euros, dueOn] of invoices) {
        const totalCents = cents(euros * 100);
        const news = { debtorId, totalCents, invoicedOn: '2026-01-02', dueOn };
        ids.push((await here.given.invoice(news))._id);
      }
      return { debtorId, ids, first: ids[0] as Id };
    },
    claimOn: (debtorId: Id, on?: CalendarDate) =>
      world().claims.specify(world().scope, debtorId, on),
    pay: (debtorId: Id, euros: number, receivedOn: CalendarDate) =>
      world().payments.bookByHand(world().scope, {
        debtorId,
        amountCents: cents(Math.round(euros * 100)),
        receivedOn,
        by: 'test',
      }),
    byPost: (debtorId: Id, sentOn: CalendarDate) =>
      world().claims.recordLetter(world().scope, {
        debtorId,
        channel: 'post',
        sentOn,
        receivedOn: null,
        statedCents: null,
        reason: 'per post verstuurd',
        by: 'Karin',
      }),
  };
}
