import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdministrationKey, systemScope } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import type { PluginText } from '../kit/plugin-package.ts';
import { openPluginWorld, type PluginWorld } from '../kit/plugin-world.ts';

const database = testDatabase();
const scope = systemScope('a test looks at everything');
const settings = {
  type: 'object',
  properties: { word: { type: 'string', default: 'none' } },
};
/** Remembers in every way it knows, and says what it finds. */
const counting: PluginText = {
  id: 'counting',
  settings,
  run: `
    globalThis.seen = (globalThis.seen ?? '') + scope.agencyId;
    const before = await tools.state.get('who');
    await tools.state.set('who', scope.agencyId);
    return { outcome: 'done', output: {
      before, word: tools.settings.word, strangers: globalThis.seen.replaceAll(scope.agencyId, ''),
    } };`,
};

let world: PluginWorld;
let places: [AdministrationKey, AdministrationKey];
beforeAll(async () => {
  world = await openPluginWorld(database.uri);
  places = [await world.agency('first'), await world.agency('second')];
});
afterAll(() => world?.close());

async function outputsOf(place: AdministrationKey) {
  const all = await world.instancesOf(place);
  const steps = await Promise.all(
    all.map((instance) => world.app.flows.instances.path(scope, instance._id)),
  );
  return steps.flat().flatMap((step) => (step.output ? [step.output] : []));
}

describe('two agencies with the same plugin', () => {
  it('share no memory, no state and no settings', async () => {
    for (const [index, place] of places.entries()) {
      await world.install(place, counting);
      await world.flowWith(place, 'counting.act');
      const at = { agencyId: place.agencyId.toHexString(), administrationId: null };
      const change = { enabled: true, settings: { word: `word ${index}` }, by: 'test' };
      await world.app.host.settings.change('counting', at, change);
      await world.overdue(place, 2);
    }

    await world.work();

    for (const [index, place] of places.entries()) {
      const outputs = await outputsOf(place);
      const own = place.agencyId.toHexString();
      expect(outputs).toHaveLength(2);
      for (const output of outputs) {
        expect(output).toMatchObject({ word: `word ${index}`, strangers: '' });
        expect([null, own]).toContain(output['before']);
      }
    }
  });

  it('each see what they installed themselves, and nothing of the other', async () => {
    const [first, second] = places;
    await world.install(first, { id: 'only-first' });
    const see = (place: AdministrationKey) => {
      const { nodes, plugins } = world.app.host.live.of(place.agencyId.toHexString());
      return [nodes.catalogue.find('only-first.act') !== null, plugins.has('only-first')];
    };
    await world.app.host.live.refresh();

    expect(see(first)).toEqual([true, true]);
    expect(see(second)).toEqual([false, false]);
    await expect(world.flowWith(second, 'only-first.act', { slug: 'stolen' })).rejects.toThrow(
      'FLOW_UNKNOWN_STEP',
    );
  });

  it('take it away each for themselves, with what it kept', async () => {
    const [first, second] = places;
    const { removal } = world.app.host.installed!;
    const how = { isForced: false, by: 'Marieke' };

    await removal.uninstall(first.agencyId, 'counting', how);

    const states = await world.app.store.connection
      .collection('plugin-states')
      .distinct('agencyId', { pluginId: 'counting' });
    expect(states.map(String)).toEqual([second.agencyId.toHexString()]);
    await world.app.host.live.refresh();
    const { live } = world.app.host;
    expect(live.of(first.agencyId.toHexString()).nodes.find('counting.act')).toBeNull();
    expect(live.of(second.agencyId.toHexString()).nodes.find('counting.act')).not.toBeNull();
    await world.install(first, counting);
    const at = { agencyId: first.agencyId.toHexString(), administrationId: null };
    const now = async () => {
      await world.app.host.settings.refresh();
      return world.app.host.settings.state('counting', at).settings;
    };
    await expect.poll(now, { timeout: 2_000, interval: 50 }).toEqual({ word: 'none' });
  });

  it('are told when running flows stand in it, and which then get stuck and say why', async () => {
    const [, second] = places;
    await world.install(second, { id: 'waiting', run: `throw new Error('not now');` });
    await world.flowWith(second, 'waiting.act', { slug: 'waiting' });
    await world.overdue(second, 1);
    await world.work();
    const { removal } = world.app.host.installed!;
    const leave = (isForced: boolean) =>
      removal.uninstall(second.agencyId, 'waiting', { isForced, by: 'Marieke' });

    await expect(leave(false)).rejects.toMatchObject({
      code: 'PLUGIN_IN_USE',
      details: { instanceCount: 1 },
    });
    await leave(true);
    await world.work();

    const stuck = (await world.instancesOf(second)).filter((its) => its.state === 'stuck');
    expect(stuck).toMatchObject([
      { waiting: { code: 'flow.stuck.unknown-step', params: { type: 'waiting.act' } } },
    ]);

    await world.install(second, { id: 'waiting', version: '1.0.1' });
    const by = { who: 'Marieke', today: '2026-03-02' as const };
    await world.app.flows.instances.release(scope, stuck[0]!._id, by);
    await world.work();
    expect((await world.instancesOf(second)).filter((its) => its.isLive)).toEqual([]);
  });
});
