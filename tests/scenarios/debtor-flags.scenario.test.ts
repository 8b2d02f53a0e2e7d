import { sayMessage } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allTexts } from '../../core/texts.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at, through } from './telling/at.ts';
import { afterDue, afterStep, call, costs, flowOf, mail } from './telling/flow-of.ts';
import { told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

const REMINDED = { 'wait-1': afterDue(14), 'mail-1': mail() };

async function owes(email: string, more: object = {}) {
  const { _id } = await world.given.debtor({ email, ...more });
  const dueOn = '2026-09-01';
  await world.given.invoice({ debtorId: _id, invoicedOn: dueOn, dueOn });
  return _id;
}

const noted = (flag: 'deceased' | 'vulnerable' | 'bankrupt', reason: string) => ({
  flag,
  by: 'Anna',
  reason,
});

describe('a circumstance that is noted of a debtor', () => {
  it('holds every letter back with a sentence, gives a person a task, and lets go when it is cleared', async () => {
    await world.choose(await world.publish('reminded', flowOf(world, REMINDED)));
    const debtor = await owes('heirs@example.nl');
    await at(world, '2026-09-02');
    await world.debtors.flags.set(world.scope, debtor, noted('deceased', 'brief van de zoon'));
    await through(world, '2026-09-14', '2026-09-16');

    expect(world.mailbox.to('heirs@example.nl')).toHaveLength(0);
    const [instance] = await world.flowsOf(debtor);
    const say = (because: unknown) =>
      sayMessage(allTexts(world.registries), because as never, 'nl');
    expect(say(instance?.waiting)).toContain('de debiteur is overleden');
    const { items: open } = await world.taskList.list(world.scope, { debtorId: debtor });
    expect(open.map(({ task }) => say(task.because))).toEqual([
      expect.stringContaining('zoek uit wie de erfgenamen zijn (brief van de zoon)'),
    ]);

    await world.debtors.flags.clear(world.scope, debtor, noted('deceased', 'andere persoon'));
    await at(world, '2026-09-17');

    expect(world.mailbox.to('heirs@example.nl')).toHaveLength(1);
    expect(
      (await world.taskList.list(world.scope, { debtorId: debtor, state: 'open' })).items,
    ).toEqual([]);
    const { items } = await world.timeline.of(world.scope, debtor, { limit: 50 });
    const told = items
      .filter(({ source }) => source === 'flag')
      .map((one) => [one.by, say(one.said)]);
    expect(told).toEqual([
      ['Anna', 'Geldt niet meer: overleden (andere persoon)'],
      ['Anna', 'Genoteerd bij de debiteur: overleden (brief van de zoon)'],
    ]);
  });

  it('stops what the country says: a vulnerable debtor gets letters, but no calls', async () => {
    const steps = { ...REMINDED, 'wait-2': afterStep(7), ring: call('Bellen') };
    await world.choose(await world.publish('with-call', flowOf(world, steps)));
    const debtor = await owes('kwetsbaar@example.nl', { phone: '0201234567' });
    await world.debtors.flags.set(world.scope, debtor, noted('vulnerable', 'belde huilend'));
    await through(world, '2026-09-15', '2026-09-25');

    expect((await told(world, debtor)).map((line) => line.slice(11))).toEqual([
      'mail-1 sent',
      'ring parked country-nl.stop-vulnerable',
    ]);
  });

  it('stops costs too: nothing is announced to who is bankrupt', async () => {
    const steps = { 'wait-1': afterDue(3), announce: costs('announced') };
    await world.choose(await world.publish('announcing', flowOf(world, steps)));
    const debtor = await owes('curator@example.nl');
    await world.debtors.flags.set(world.scope, debtor, noted('bankrupt', 'insolventieregister'));
    await through(world, '2026-09-02', '2026-09-05');

    expect((await told(world, debtor)).at(-1)).toContain(
      'announce parked country-nl.stop-bankrupt',
    );
  });

  it('is noted once, and cleared once', async () => {
    const debtor = await owes('twice@example.nl');
    const news = noted('bankrupt', 'curator belde');
    await world.debtors.flags.set(world.scope, debtor, news);
    await expect(world.debtors.flags.set(world.scope, debtor, news)).rejects.toMatchObject({
      code: 'DEBTOR_FLAG_SET_ALREADY',
    });
    await world.debtors.flags.clear(world.scope, debtor, news);
    await expect(world.debtors.flags.clear(world.scope, debtor, news)).rejects.toMatchObject({
      code: 'DEBTOR_FLAG_NOT_SET',
    });
  });
});

describe('contacts in a week', () => {
  it('are those of people too: after three calls the letter of the flow waits', async () => {
    await world.choose(await world.publish('called-before', flowOf(world, REMINDED)));
    const debtor = await owes('called@example.nl');
    await at(world, '2026-09-02');
    for (const day of ['2026-09-11', '2026-09-12', '2026-09-14']) {
      await at(world, day, { time: '10:00' });
      const record = { kind: 'call-attempt' as const, text: 'geen gehoor', by: 'Anna' };
      await world.contactRecords.add(world.scope, debtor, record);
    }
    await through(world, '2026-09-15', '2026-09-19');

    expect((await told(world, debtor)).filter((line) => line.includes('mail'))).toEqual([
      '2026-09-15 mail-1 parked contact-limit',
      '2026-09-18 mail-1 sent',
    ]);
  });

  it('are at most as many as the administration allows, whatever a flow says', async () => {
    await world.administration({ contactsPerWeek: 1 });
    const settings = { maxContacts: { count: 5, days: 7 } };
    const steps = { ...REMINDED, 'wait-2': afterStep(2), 'mail-2': mail('second-reminder') };
    await world.choose(await world.publish('hasty', flowOf(world, steps, { settings })));
    const debtor = await owes('rest@example.nl');
    await through(world, '2026-09-15', '2026-09-23');
    await world.administration({ contactsPerWeek: 3 });

    expect((await told(world, debtor)).filter((line) => line.includes('mail'))).toEqual([
      '2026-09-15 mail-1 sent',
      '2026-09-17 mail-2 parked contact-limit',
      '2026-09-22 mail-2 sent',
    ]);
  });
});
