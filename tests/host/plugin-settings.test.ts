import type { PluginDefinition, PluginScope } from '@inning/sdk';
import { Type } from '@inning/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { movableClock } from '../../core/clock.ts';
import {
  createHost,
  type Host,
  installationPlugins,
  pluginSettings,
} from '../../core/host/index.ts';
import { newId } from '../../core/store/index.ts';
import { useStore } from './database.ts';
import { mailConnector, type OpenedMail, plugin, quiet, registriesOf } from './some-plugins.ts';

const store = useStore();
const clock = movableClock(new Date('2026-03-02T08:00:00Z'));
const SmtpSettings = Type.Object({
  host: Type.String({ minLength: 1 }),
  port: Type.Integer({ default: 587, minimum: 1 }),
  password: Type.Optional(Type.String({ secret: true })),
});

const installation: PluginScope = { agencyId: null, administrationId: null };
const place = { agencyId: newId(), creditorId: newId(), administrationId: newId() };
const agency: PluginScope = { agencyId: place.agencyId.toHexString(), administrationId: null };
const administration = { ...agency, administrationId: place.administrationId.toHexString() };

function host(definitions: PluginDefinition[], secret = 'a secret of at least 32 characters') {
  const registries = registriesOf(...definitions);
  return createHost({ registries, store: store(), clock, secret, log: quiet });
}

// oxlint-disable-next-line max-params -- reads as a sentence in every test below
const change = (on: Host, scope: PluginScope, enabled: boolean | null, settings = {}) =>
  on.settings.change('mail-smtp', scope, { enabled, settings, by: 'test' });

beforeEach(async () => {
  await store().connection.dropDatabase();
  store().table(pluginSettings);
  store().table(installationPlugins);
  await store().ensureIndexes();
  clock.moveTo(new Date(clock.now().getTime() + 120_000));
});

describe('settings of plugins', () => {
  it('count from the narrowest level to the defaults', async () => {
    const one = host([mailConnector('mail-smtp', [], SmtpSettings)]);
    await change(one, installation, null, { host: 'all.example', port: 25 });
    await change(one, agency, null, { host: 'agency.example' });
    await change(one, administration, true, { password: 'x' });

    const settings = (scope: PluginScope) => one.settings.state('mail-smtp', scope).settings;
    expect(settings(administration)).toEqual({ host: 'agency.example', port: 25, password: 'x' });
    expect(settings(agency)).toEqual({ host: 'agency.example', port: 25 });
    expect(settings(installation)).toEqual({ host: 'all.example', port: 25 });
  });

  it('are refused by the name of the field, and nothing is stored', async () => {
    const one = host([mailConnector('mail-smtp', [], SmtpSettings)]);

    await expect(change(one, agency, true)).rejects.toThrow(
      'Setting "host" of plugin mail-smtp is missing.',
    );
    await expect(change(one, agency, false, { port: 'x' })).rejects.toThrow('Setting "port"');
    await expect(change(one, agency, false, { hots: 'x' })).rejects.toThrow(
      'Setting "hots" of plugin mail-smtp does not exist.',
    );
    expect(one.settings.own('mail-smtp', agency).enabled).toBeNull();
    await change(one, agency, false, { port: 26 });
    expect(one.settings.own('mail-smtp', agency).settings).toEqual({ port: 26 });
  });

  it('keep secrets encrypted for their tenant, and a masked one as it was', async () => {
    const one = host([mailConnector('mail-smtp', [], SmtpSettings)]);
    await change(one, agency, true, { host: 'h', password: 'geheim' });
    await change(one, agency, true, { host: 'h2', password: '********' });

    const collection = store().connection.collection('plugin-settings');
    const row = await collection.findOne({});
    expect(JSON.stringify(row)).not.toContain('geheim');
    expect(one.settings.state('mail-smtp', agency).settings).toMatchObject({
      host: 'h2',
      password: 'geheim',
    });

    const other = newId();
    await collection.insertOne({ ...row!, _id: newId(), agencyId: other } as never);
    const stolen = { agencyId: other.toHexString(), administrationId: null };
    const two = host([mailConnector('mail-smtp', [], SmtpSettings)]);
    await two.settings.refresh();
    expect(two.settings.state('mail-smtp', stolen).isOn).toBe(false);
    expect(two.settings.state('mail-smtp', stolen).settings).not.toHaveProperty('password');
  });

  it('stored under another secret leave the plugin off until they are entered again', async () => {
    await change(host([mailConnector('mail-smtp', [], SmtpSettings)]), agency, true, {
      host: 'h',
      password: 'p',
    });

    const one = host(
      [mailConnector('mail-smtp', [], SmtpSettings)],
      'another secret of 32 characters!',
    );
    await one.settings.refresh();
    expect(one.settings.state('mail-smtp', agency).problems[0]?.problem).toContain('another key');
    await change(one, agency, true, { host: 'h', password: 'p' });
    expect(one.settings.isOn('mail-smtp', agency)).toBe(true);
  });

  it('reach other processes within a second', async () => {
    const [one, two] = [host([plugin('mail-smtp')]), host([plugin('mail-smtp')])];
    await two.settings.refresh();
    expect(two.settings.isOn('mail-smtp', agency)).toBe(true);

    await change(one, agency, false);

    const isOn = async () => {
      await two.settings.refresh();
      return two.settings.isOn('mail-smtp', agency);
    };
    await expect.poll(isOn, { timeout: 1_000, interval: 50 }).toBe(false);
  });
});

describe('a plugin', () => {
  it('is on by itself only when its settings need nothing', () => {
    const one = host([plugin('simple'), mailConnector('mail-smtp', [], SmtpSettings)]);

    expect(one.settings.isOn('simple', agency)).toBe(true);
    expect(one.settings.isOn('mail-smtp', agency)).toBe(false);
  });

  it('is off where a plugin that it requires is off', async () => {
    const one = host([plugin('mail-smtp'), plugin('reminders', { requires: ['mail-smtp'] })]);
    await change(one, administration, false);

    expect(one.settings.isOn('reminders', administration)).toBe(false);
    expect(one.settings.isOn('reminders', agency)).toBe(true);
  });

  it('hears of events only where it is on', async () => {
    const heard: string[] = [];
    const one = host([
      plugin('mail-smtp', {
        setup: (its) => its.events.on('debtor.changed', async (event) => void heard.push(event.id)),
      }),
    ]);
    const [listener] = one.listeners;
    const at = { ...administration, agencyId: administration.agencyId!, creditorId: 'c' };

    expect(listener?.id).toBe('mail-smtp#debtor.changed');
    expect(await listener!.isOnFor!(at)).toBe(true);
    await change(one, agency, false);
    expect(await listener!.isOnFor!(at)).toBe(false);
  });
});

describe('the connector for an administration', () => {
  it('is the one that was switched on closest by', async () => {
    const opened: OpenedMail[] = [];
    const one = host([
      mailConnector('mail-box', opened),
      mailConnector('mail-smtp', opened, SmtpSettings),
    ]);
    expect((await one.ports.one('mail', place)).pluginId).toBe('mail-box');

    await change(one, agency, true, { host: 'h' });
    expect((await one.ports.one('mail', place)).pluginId).toBe('mail-smtp');

    await one.settings.change('mail-box', administration, { enabled: true, settings: {}, by: 't' });
    expect((await one.ports.one('mail', place)).pluginId).toBe('mail-box');
    expect((await one.ports.all('mail', place)).map((its) => its.pluginId)).toEqual([
      'mail-box',
      'mail-smtp',
    ]);
  });

  it('is opened once within an agency, never for two of them, and closed at the end', async () => {
    const opened: OpenedMail[] = [];
    const one = host([mailConnector('mail-smtp', opened, SmtpSettings)]);
    await change(one, agency, true, { host: 'h' });
    const neighbour = { ...place, administrationId: newId() };

    const ports = [await one.ports.one('mail', place), await one.ports.one('mail', neighbour)];
    expect(ports[0]!.port).toBe(ports[1]!.port);
    expect(opened).toMatchObject([{ scope: agency, settings: { host: 'h', port: 587 } }]);

    const box = host([mailConnector('mail-box', [])]);
    const stranger = { ...neighbour, agencyId: newId() };
    const theirs = await box.ports.one('mail', stranger);
    expect(theirs.port).not.toBe((await box.ports.one('mail', place)).port);

    await change(one, agency, true, { host: 'other' });
    expect(await one.ports.one('mail', place)).toMatchObject({
      port: { settings: { host: 'other' } },
    });
    await one.ports.close();
    expect(opened.map((port) => port.isClosed)).toEqual([true, true]);
  });

  it('is missed by name when there is none', async () => {
    await expect(host([plugin('simple')]).ports.one('mail', place)).rejects.toMatchObject({
      code: 'PORT_MISSING',
    });
  });
});
