import { type BankLine, type CalendarDate, cents } from '@inning/sdk';
import { expect } from 'vitest';
import { bankStatement } from '../../../core/domain/testing/bank.ts';
import type { Id } from '../../../core/store/index.ts';
import type { FlowWorld } from '../../kit/flow-world.ts';
import { at } from './at.ts';
import { afterStep, costs, flowOf, type StepOf } from './flow-of.ts';
import { theLaw } from './the-law.ts';

const TERMS = {
  costsBearer: 'debtor',
  debtorPoints: null,
  debtorCents: null,
  businessPoints: null,
  businessMinimumCents: null,
  interest: 'with-costs',
  consumerInterest: null,
  businessInterest: null,
  isVatDeductible: true,
  paymentOrder: null,
  keepsCostsOpen: true,
} as const;
const LATE: Readonly<Record<string, StepOf>> = {
  announce: costs('announced'),
  wait: afterStep(75),
  claim: costs('claimable'),
  rest: afterStep(60),
};

/*
 * In every story 600.00 is due on 1 March 2026 and the letter that announces costs is posted on 1 April: the
 * last day to pay without them is Monday 20 April (see `law-in-the-ledger`), and they are owed from the 21st.
 * No step claims them before June. Interest at 4 % runs from 2 March; up to and including 21 April that is 51
 * days: 600.00 x 4 % x 51 / 365 = 3.3534: 3.35. Costs: 15 % of 600.00 = 90.00.
 */
export function afterTheTerm(world: () => FlowWorld) {
  let count = 0;
  const { claimOn, pay, byPost } = theLaw(world);
  return {
    claimOn,
    pay,
    agree: (terms: object, validFrom: CalendarDate) =>
      world().collectionTerms.agreeForCreditor(world().scope, world().place.creditorId, {
        ...TERMS,
        ...terms,
        validFrom,
        reason: 'afspraak',
        by: 'Karin',
      }),
    receive: (lines: readonly BankLine[]) =>
      world().statements.receive(world().scope, world().place.administrationId, [
        bankStatement(lines),
      ]),
    async kindsOf(debtorId: Id) {
      const { items } = await world().ledger.entriesOf(world().scope, debtorId);
      return items
        .map(({ kind, part, amountCents }) => `${kind} ${part} ${amountCents}`)
        .toSorted();
    },
    /** The file, the page behind a letter and the flow ask for the same. */
    async askedToday(debtorId: Id): Promise<number> {
      const page = await world().claims.openToday(world().scope, debtorId);
      const asked = page.reduce((sum, { openCents }) => sum + openCents, 0);
      expect((await claimOn(debtorId)).openCents).toBe(asked);
      return asked;
    },
    async announced(euros: readonly number[] = [600], steps = LATE) {
      const here = world();
      count += 1;
      const email = `na-de-termijn-${count}@example.nl`;
      await at(here, '2026-04-01');
      // Rules of the country look at drawn flows; here the engine and the ledger are told of.
      const document = flowOf(here, steps, { country: 'ZZ' });
      await here.choose(await here.publish(`late-${count}`, document));
      const { _id: debtorId } = await here.given.debtor({ email, kind: 'consumer' });
      const ids: Id[] = [];
      for (const one of euros) {
        const totalCents = cents(one * 100);
        const news = { debtorId, totalCents, invoicedOn: '2026-01-02', dueOn: '2026-03-01' };
        ids.push((await here.given.invoice(news))._id);
      }
      await at(here, '2026-04-01', { time: '12:00' });
      await byPost(debtorId, '2026-04-01');
      return { debtorId, ids, first: ids[0] as Id, email };
    },
  };
}
