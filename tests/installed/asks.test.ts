import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdministrationKey } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { newPublisher, type PluginText } from '../kit/plugin-package.ts';
import { openPluginWorld, type PluginWorld } from '../kit/plugin-world.ts';
import { hashOf } from '../../core/host/installed/installer.ts';

const database = testDatabase();
let world: PluginWorld;
let place: AdministrationKey;
beforeAll(async () => {
  world = await openPluginWorld(database.uri);
  place = await world.agency('asks');
});
afterAll(() => world?.close());

const installed = () => world.app.host.installed!;
const offer = async (text: PluginText) =>
  installed().installer.offer(place.agencyId, await world.pack(text), 'Marieke');
const consent = async (id: string, version: string) => {
  const row = await installed().door.find(id, version);
  const hash = hashOf(row!);
  return installed().installer.consent(place.agencyId, id, { hash, by: 'Marieke' });
};
const nodes = () => world.app.host.live.of(place.agencyId.toHexString()).nodes;

describe('a plugin of somebody else', () => {
  it('does nothing before somebody agreed to exactly what it asks', async () => {
    const claim = { permissions: { claim: ['openCents'], hosts: ['api.example.com'] } };
    const offered = await offer({ id: 'modest', ...claim });
    expect(offered).toMatchObject({ state: 'awaiting-consent', version: null });
    await world.app.host.live.refresh();
    expect(nodes().find('modest.act')).toBeNull();

    const wrong = { hash: 'f'.repeat(64), by: 'Marieke' };
    await expect(
      installed().installer.consent(place.agencyId, 'modest', wrong),
    ).rejects.toMatchObject({ code: 'PLUGIN_CONSENT_OUTDATED' });
    const agreed = await consent('modest', '1.0.0');

    expect(agreed).toMatchObject({ state: 'active', version: '1.0.0', pendingVersion: null });
    await world.app.host.live.refresh();
    expect(nodes().find('modest.act')).toMatchObject({ kind: 'action' });
  });

  it('is updated in place while it asks for nothing new', async () => {
    await offer({ id: 'steady' });
    await consent('steady', '1.0.0');

    const updated = await offer({ id: 'steady', version: '1.1.0' });

    expect(updated).toMatchObject({ state: 'active', version: '1.1.0', pendingVersion: null });
  });

  it('waits for consent when an update asks for more, and the old version works on', async () => {
    await offer({ id: 'greedy', permissions: { claim: ['openCents'] } });
    await consent('greedy', '1.0.0');

    const more = { claim: ['openCents', 'debtor'], hosts: ['*.example.com'] };
    const updated = await offer({ id: 'greedy', version: '2.0.0', permissions: more });

    expect(updated).toMatchObject({ version: '1.0.0', pendingVersion: '2.0.0' });
    expect(updated.granted).toMatchObject({ claim: ['openCents'], hosts: [] });
    await world.app.host.live.refresh();
    const use = world.app.host.live.of(place.agencyId.toHexString()).plugins.get('greedy');
    expect(use?.definition).toMatchObject({ version: '1.0.0', permissions: { hosts: [] } });
    expect((await consent('greedy', '2.0.0')).granted).toMatchObject({ hosts: ['*.example.com'] });
  });

  it('is refused when it is older, changed, of somebody else, or called like one of ours', async () => {
    await offer({ id: 'fixed', version: '2.0.0' });
    await consent('fixed', '2.0.0');
    const bytes = await world.pack({ id: 'fixed', version: '3.0.0' });
    const changed = Uint8Array.from(bytes);
    changed[changed.length - 300]! ^= 1;
    const stranger = await world.pack({ id: 'fixed', version: '3.0.0' }, newPublisher());
    const take = (its: Uint8Array) => installed().installer.offer(place.agencyId, its, 'Marieke');

    await expect(offer({ id: 'fixed', version: '1.9.0' })).rejects.toMatchObject({
      code: 'PACKAGE_DOWNGRADED',
    });
    await expect(offer({ id: 'fixed', version: '2.0.0', run: 'return {};' })).rejects.toMatchObject(
      {
        code: 'PACKAGE_VERSION_REUSED',
      },
    );
    await expect(take(changed)).rejects.toThrow();
    await expect(take(stranger)).rejects.toMatchObject({ code: 'PUBLISHER_UNKNOWN' });
    await expect(offer({ id: 'reminders' })).rejects.toMatchObject({ code: 'PLUGIN_ID_TAKEN' });
    const row = await installed().installer.present(place.agencyId, 'fixed');
    expect(row).toMatchObject({ version: '2.0.0', pendingVersion: null });
  });

  it('may not bring a form that takes hours to check', async () => {
    const settings = { type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } };

    await expect(offer({ id: 'slow-form', settings })).rejects.toMatchObject({
      code: 'PLUGIN_UNFIT',
    });
  });
});
