import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FlowDocument } from '@inning/sdk';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at } from './telling/at.ts';
import { afterDue, afterStep, costs, flowOf, mail, task } from './telling/flow-of.ts';
import { told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

const by = { who: 'Anna', note: null };
const definitions = () => world.flows.definitions;
const letters = (days: number) => ({
  'wait-1': afterDue(days),
  'mail-1': mail(),
  'wait-2': afterStep(days),
  'mail-2': mail('second-reminder'),
});

async function overdue() {
  const { _id } = await world.given.debtor({ email: 'debtor@example.nl' });
  await world.given.invoice({ debtorId: _id, invoicedOn: '2026-08-01', dueOn: '2026-09-01' });
  return _id;
}

describe('a published flow', () => {
  it('never changes: who runs stays on the version it started on', async () => {
    const flowId = await world.publish('letters', flowOf(world, letters(7)));
    await world.choose(flowId);
    const early = await overdue();
    await at(world, '2026-09-02');
    const first = await definitions().version(world.scope, flowId, 1);

    const flow = await definitions().get(world.scope, flowId);
    await definitions().saveDraft(world.scope, flow, flowOf(world, letters(14)));
    await definitions().publish(world.scope, flowId, by);
    const late = await overdue();
    for (const day of ['2026-09-03', '2026-09-08', '2026-09-15', '2026-09-29']) {
      await at(world, day);
    }

    expect(await definitions().version(world.scope, flowId, 1)).toEqual(first);
    // On version 1: 1 + 7 = 8 and 8 + 7 = 15 September. On version 2: 15 and 15 + 14 = 29 September.
    expect((await told(world, early)).slice(0, 2)).toEqual([
      '2026-09-08 mail-1 sent',
      '2026-09-15 mail-2 sent',
    ]);
    expect((await told(world, late)).slice(0, 2)).toEqual([
      '2026-09-15 mail-1 sent',
      '2026-09-29 mail-2 sent',
    ]);
    expect((await world.flowsOf(late))[0]).toMatchObject({ flowVersion: 2 });
  });

  it('bears the fingerprint of what it says, not of how it is written', async () => {
    const document = flowOf(world, letters(7));
    const turned = {
      ...document,
      nodes: Object.fromEntries(Object.entries(document.nodes).reverse()),
    };
    const made = async (slug: string, one: FlowDocument) =>
      (await definitions().version(world.scope, await world.publish(slug, one), 1)).fingerprint;

    expect(await made('as-is', document)).toBe(await made('turned', turned));
    expect(await made('other', flowOf(world, letters(8)))).not.toBe(await made('as-is', document));
  });

  it('with errors is refused, and the draft stays as it is', async () => {
    const wrong = flowOf(world, { ...letters(7), 'task-1': task('') });
    const made = await definitions().create(world.scope, {
      agencyId: world.place.agencyId,
      creditorId: null,
      slug: 'wrong',
      document: wrong,
    });

    await expect(definitions().publish(world.scope, made._id, by)).rejects.toThrow(
      'FLOW_INVALID_CONFIG (task-1)',
    );
    expect(await definitions().get(world.scope, made._id)).toMatchObject({ publishedVersion: 0 });
    expect(await definitions().versions(world.scope, made._id)).toEqual([]);
  });

  it('cannot be published against the law of its country, and names what breaks it', async () => {
    const flow = flowOf(world, { ...letters(7), claim: costs('claimable') });
    const { agencyId } = world.place;
    const unlawful = { agencyId, creditorId: null, slug: 'unlawful', document: flow };
    const made = await definitions().create(world.scope, unlawful);

    await expect(definitions().publish(world.scope, made._id, by)).rejects.toThrow(
      'LAW_COSTS_NOT_ANNOUNCED (claim)',
    );
    expect(await definitions().get(world.scope, made._id)).toMatchObject({ publishedVersion: 0 });
  });

  it('two people who save or publish at once: the second one is told', async () => {
    const flowId = await world.publish('shared', flowOf(world, letters(7)));
    const seen = await definitions().get(world.scope, flowId);
    await definitions().saveDraft(world.scope, seen, flowOf(world, letters(8)));

    await expect(
      definitions().saveDraft(world.scope, seen, flowOf(world, letters(9))),
    ).rejects.toMatchObject({ code: 'FLOW_DRAFT_OVERTAKEN' });
    const both = [
      definitions().publish(world.scope, flowId, by),
      definitions().publish(world.scope, flowId, by),
    ];
    const results = await Promise.allSettled(both);
    expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await definitions().versions(world.scope, flowId)).toHaveLength(2);
  });
});
