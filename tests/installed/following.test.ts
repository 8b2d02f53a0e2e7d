import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tasks } from '../../core/domain/tasks/index.ts';
import { createTrustService } from '../../core/packages/index.ts';
import { type AdministrationKey, systemScope } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { openPluginWorld, type PluginWorld } from '../kit/plugin-world.ts';

const database = testDatabase();
const scope = systemScope('a test looks at everything');
let one: PluginWorld;
/** Another process on the same database. */
let two: PluginWorld;
let place: AdministrationKey;
beforeAll(async () => {
  one = await openPluginWorld(database.uri);
  two = await openPluginWorld(database.uri);
  place = await one.agency('following');
});
afterAll(async () => {
  await two?.close();
  await one?.close();
});

const says = async () => {
  const all = await one.instancesOf(place);
  const steps = await Promise.all(
    all.map((instance) => one.app.flows.instances.path(scope, instance._id)),
  );
  return steps.flat().flatMap((step) => step.output?.['says'] ?? []);
};

describe('another process', () => {
  it('has what is installed here within a second, and lets steps go on that were stuck', async () => {
    const { live } = two.app.host;
    await live.refresh();
    await one.install(place, { id: 'echo' });
    await one.flowWith(place, 'echo.act');
    const finds = async () => {
      await live.refresh();
      return live.of(place.agencyId.toHexString()).nodes.find('echo.act')?.id;
    };
    await expect.poll(finds, { timeout: 2_000, interval: 50 }).toBe('echo.act');

    await one.overdue(place, 1);
    await two.work();

    expect(await says()).toEqual(['1.0.0']);
    expect((await one.instancesOf(place))[0]).toMatchObject({ state: 'ended' });
  });

  it('walks old steps on the version that brought them, and new ones on the newest', async () => {
    const newer = { id: 'echo', version: '2.0.0', nodeVersion: 2 };
    await one.install(place, newer);
    const row = await one.app.host.installed!.installer.present(place.agencyId, 'echo');
    expect(row).toMatchObject({ version: '2.0.0', kept: ['1.0.0'] });

    await one.overdue(place, 1);
    await one.work();
    expect(await says()).toEqual(['1.0.0', '1.0.0']);

    await one.flowWith(place, 'echo.act', { version: 2, slug: 'newer' });
    await one.overdue(place, 1);
    await one.work();
    expect(await says()).toEqual(['1.0.0', '1.0.0', '2.0.0']);
  });

  it('lets the old version go when nothing stands in its steps any more', async () => {
    const flows = await one.app.flows.definitions.list(scope);
    const old = flows.find((flow) => flow.slug === 'plugin')!;
    await one.app.store.connection
      .collection('flows')
      .updateOne({ _id: old._id }, { $set: { archivedAt: new Date('2026-03-02') } });

    await one.app.host.installed!.tidy();

    const { installer, door } = one.app.host.installed!;
    expect(await installer.present(place.agencyId, 'echo')).toMatchObject({ kept: [] });
    expect(await door.find('echo', '1.0.0')).toBeNull();
  });

  it('stops a revoked plugin, and the steps that need it wait until it is replaced', async () => {
    const trust = createTrustService(one.app);
    const subject = 'echo@2.0.0';
    const { live } = one.app.host;
    await live.refresh();
    const before = live.revision;
    await trust.revoke({ kind: 'version', subject, reason: 'it leaks', by: 'operator' });
    const state = async () => {
      await two.app.host.live.refresh();
      return (await one.app.host.installed!.list(place.agencyId))[0]?.state;
    };
    await expect.poll(state).toBe('suspended');
    const isSeen = async () => {
      await live.refresh();
      return live.revision > before;
    };
    await expect.poll(isSeen).toBe(true);

    await one.overdue(place, 1);
    await one.work();
    const [waiting] = (await one.instancesOf(place)).filter((its) => its.isLive);
    expect(waiting).toMatchObject({ state: 'running', gate: 'plugin-stopped', attempts: 0 });
    const told = await one.app.store.table(tasks).in(scope).find({ kind: 'to-do' });
    expect(told).toMatchObject([
      { because: { code: 'plugin.revoked', params: { pluginId: 'echo', reason: 'it leaks' } } },
    ]);

    await one.install(place, { id: 'echo', version: '2.0.1', nodeVersion: 2 });
    await one.work();
    expect((await one.instancesOf(place)).filter((its) => its.isLive)).toEqual([]);
    expect(await says()).toContain('2.0.1');
  });
});
