import { cents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bankLine, bankStatement } from '../../core/domain/testing/bank.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri, { startOn: '2026-03-01' });
});
afterAll(() => world.close());

describe('a payment stops the reminders', () => {
  it('sends the first reminder, sees the payment and stays silent', async () => {
    const debtor = await world.given.debtor({ email: 'jan@example.nl' });
    const invoice = await world.given.invoice({
      debtorId: debtor._id,
      totalCents: cents(12_500),
      invoicedOn: '2026-02-01',
      dueOn: '2026-03-01',
    });

    await world.passTo('2026-03-16');
    expect(world.mailbox.to('jan@example.nl')).toHaveLength(1);

    const line = bankLine(12_500, { description: `factuur ${invoice.number}` });
    await world.statements.receive(world.scope, world.place.administrationId, [
      bankStatement([line]),
    ]);
    await world.passTo('2026-05-01');

    expect(world.mailbox.to('jan@example.nl')).toHaveLength(1);
    const [flow] = await world.flowsOf(debtor._id);
    expect(flow).toMatchObject({ state: 'ended', endedAs: 'paid' });
    expect(await world.flowsOf(debtor._id)).toHaveLength(1);
  });
});
