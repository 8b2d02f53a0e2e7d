import type { FlowDocument } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  FlowNotTriableError,
  FlowWithoutStartError,
  shippedFlows,
} from '../../core/flows/index.ts';
import { EXAMPLES, exampleNamed } from '../../core/flows/simulate/examples/examples.ts';
import { administrationScope, type Id, newId } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { countAll } from './telling/live-day.ts';

const database = testDatabase();
let world: FlowWorld;
let neutral: Id;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
  neutral = world.flowIds.get('neutral')!;
});
afterAll(() => world.close());

const example = (id: string) => exampleNamed(id)!;
const tryOut = (id: string, more: object = {}) =>
  world.flows.simulate(world.scope, { example: example(id), flowId: neutral, days: 90, ...more });

const asDraft = async (change: (flow: FlowDocument) => void): Promise<Id> => {
  const document = structuredClone(shippedFlows().get('neutral')!);
  change(document);
  const { agencyId } = world.place;
  const slug = `tried-${newId().toHexString()}`;
  const { _id } = await world.flows.definitions.create(world.scope, {
    agencyId,
    creditorId: null,
    slug,
    document,
  });
  return _id;
};

describe('trying a flow with a debtor who does not exist', () => {
  it('stores nothing and sends nothing, whichever example walks', async () => {
    const before = await countAll(world);
    const sentBefore = world.mailbox.mails.length;

    for (const { id, payments } of EXAMPLES) {
      const result = await tryOut(id, { version: 1, payments });
      expect([id, result!.lines.length > 0]).toEqual([id, true]);
    }

    expect(await countAll(world)).toEqual(before);
    expect(world.mailbox.mails).toHaveLength(sentBefore);
  });

  it('shows each letter as it would be, with the amount of that day', async () => {
    const result = await tryOut('pays-part', { payments: [{ day: 20, amountCents: 12_500 }] });
    const { letters } = result!;

    expect(letters.map(({ nodeId }) => nodeId)).toEqual(['reminder-1', 'reminder-2', 'reminder-3']);
    expect(letters.every(({ problem }) => problem === null)).toBe(true);
    expect(letters[0]!.html).toContain('250,00');
    expect(letters[1]!.html).toContain('125,00');
    expect(letters[1]!.html).not.toContain('250,00 euro');
  });

  it('ends on the day of a payment, and says so', async () => {
    const paid = await tryOut('pays-late', { payments: [{ day: 20, amountCents: 25_000 }] });
    const unpaid = await tryOut('pays-late');

    expect(paid!.standings).toMatchObject([{ state: 'ended', endedAs: 'paid' }]);
    expect(paid!.letters.length).toBeLessThan(unpaid!.letters.length);
  });

  it('goes another way without an e-mail address, and for a consumer or a business', async () => {
    const outcomes = (await tryOut('no-email'))!.lines.map(({ outcome }) => outcome);

    expect(outcomes).toContain('unreachable');
    expect((await tryOut('business'))!.letters[0]!.html).toContain('1.210,00');
  });

  it('walks the draft as it is saved now, and names what a branch looked at', async () => {
    const flowId = await asDraft((flow) => {
      flow.nodes['is-large'] = {
        type: 'routing.check-condition',
        version: 1,
        config: { condition: 'claim.openCents > 10000' },
      };
      flow.edges = flow.edges.filter(({ from }) => from !== 'start');
      flow.edges.push(
        { from: 'start', outcome: 'started', to: 'is-large' },
        { from: 'is-large', outcome: 'yes', to: 'wait-reminder-1' },
        { from: 'is-large', outcome: 'no', to: 'wait-reminder-1' },
      );
    });

    const result = await tryOut('never-pays', { flowId, version: 'draft' });

    const branch = result!.lines.find(({ nodeId }) => nodeId === 'is-large');
    expect(branch).toMatchObject({ outcome: 'yes', values: { openCents: 25_000 } });
  });

  it('says why a draft cannot be tried: errors, or nothing that starts it', async () => {
    const broken = await asDraft((flow) => {
      flow.edges = flow.edges.filter(({ from }) => from !== 'reminder-1');
    });
    const startless = await asDraft((flow) => {
      delete flow.nodes['start'];
      flow.edges = flow.edges.filter(({ from }) => from !== 'start');
    });

    const draft = { version: 'draft' };
    await expect(tryOut('never-pays', { ...draft, flowId: broken })).rejects.toThrow(
      FlowNotTriableError,
    );
    await expect(tryOut('never-pays', { ...draft, flowId: startless })).rejects.toThrow(
      FlowWithoutStartError,
    );
  });

  it('is held back by bank data that stays away, and goes on while it comes in', async () => {
    const flowId = await asDraft((flow) => {
      flow.settings.bankFreshnessDays = 2;
    });
    const result = await tryOut('never-pays', { flowId, version: 'draft' });
    expect(result!.letters).toHaveLength(3);

    const debtor = await world.given.debtor({ email: 'echt@example.nl' });
    await world.given.invoice({ debtorId: debtor._id, dueOn: '2026-02-20' });
    const asked = { debtorId: debtor._id, flowId, version: 'draft' as const, days: 60 };
    const held = await world.flows.simulate(world.scope, asked);
    expect(held!.letters).toEqual([]);
    expect(held!.standings).toMatchObject([{ waiting: { code: 'flow.gate.no-bank-data' } }]);
  });

  it('of a flow of another agency is refused, like books that are not seen', async () => {
    const foreign = administrationScope({
      agencyId: newId(),
      creditorId: newId(),
      administrationId: newId(),
    });
    const asked = { example: example('never-pays'), flowId: neutral, days: 10 };

    expect(await world.flows.simulate(foreign, asked)).toBeNull();
    const elsewhere = { ...asked, administrationId: newId() };
    await expect(world.flows.simulate(world.scope, elsewhere)).rejects.toThrow(/administration/i);
  });
});
