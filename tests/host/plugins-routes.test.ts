import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccessWorld, openAccessWorld, type Person } from '../kit/access-world.ts';
import { testDatabase } from '../kit/database.ts';

const database = testDatabase();
let world: AccessWorld;
beforeAll(async () => {
  world = await openAccessWorld(database.uri);
});
afterAll(() => world?.close());

type View = Record<string, unknown> & { id: string };

async function list(person: Person, query = {}): Promise<Map<string, View>> {
  const answer = await world.ask(person, { method: 'GET', url: '/api/plugins', query });
  expect(answer.statusCode, answer.body).toBe(200);
  return new Map((answer.json().items as View[]).map((one) => [one.id, one]));
}

function change(person: Person, id: string, payload: object) {
  return world.ask(person, { method: 'PUT', url: `/api/plugins/${id}`, payload });
}

describe('the plugins of an agency', () => {
  it('are switched on and set up by its administrator, and never show a secret again', async () => {
    const boss = world.people['agency-administrator'];
    const before = (await list(boss)).get('mail-smtp');
    expect(before).toMatchObject({ kind: 'connector', ports: ['mail'], isOn: false });

    const settings = { host: 'mail.example.nl', user: 'me', password: 'geheim' };
    const answer = await change(boss, 'mail-smtp', { enabled: true, settings });

    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json()).toMatchObject({ isOn: true, chosenBy: 'agency', problem: null });
    expect(answer.body).not.toContain('geheim');
    expect((await list(boss)).get('mail-smtp')).toMatchObject({
      settings: { host: 'mail.example.nl', password: '********' },
    });
  });

  it('are refused with the name of the field', async () => {
    const boss = world.people['agency-administrator'];

    const answer = await change(boss, 'mail-smtp', { enabled: true, settings: { host: 5 } });

    expect(answer.statusCode).toBe(422);
    expect(answer.json().error).toMatchObject({
      code: 'PLUGIN_SETTINGS_INVALID',
      details: { pluginId: 'mail-smtp', field: 'host' },
    });
  });

  it('are not for the administrator of a creditor to change, who has its own administrations', async () => {
    const creditor = world.people['creditor-administrator'];
    const administrationId = world.places.home.administrationId;
    const off = { enabled: false, settings: {} };

    expect((await change(creditor, 'reminders', off)).statusCode).toBe(403);
    const own = await change(creditor, 'reminders', { administrationId, ...off });

    expect(own.statusCode, own.body).toBe(200);
    expect((await list(creditor, { administrationId })).get('reminders')).toMatchObject({
      isOn: false,
      chosenBy: 'administration',
    });
    expect((await list(creditor)).get('reminders')).toMatchObject({ isOn: true });
    expect((await list(creditor)).get('mail-smtp')).toMatchObject({ inherited: {} });
  });

  it('start from what the operator chose for the whole installation', async () => {
    const { operator } = world.people;
    await change(operator, 'tasks', { enabled: false, settings: {} });

    const seen = (await list(world.people['agency-administrator'])).get('tasks');
    expect(seen).toMatchObject({ isOn: false, chosenBy: 'installation', enabled: null });
    await change(operator, 'tasks', { enabled: null, settings: {} });
  });
});

describe('the catalogue', () => {
  it('names every node in every language, with its form and its ways out', async () => {
    const answer = await world.ask(world.people['read-only'], {
      method: 'GET',
      url: '/api/catalogue',
    });

    const { items } = answer.json() as { items: View[] };
    expect(items.find(({ id }) => id === 'reminders.send-email')).toMatchObject({
      pluginId: 'reminders',
      plugin: { title: { nl: 'Herinneringen' } },
      kind: 'action',
      title: { nl: 'Stuur e-mail', en: 'Send e-mail' },
      config: { properties: { template: { editor: 'template-picker' } } },
      outcomes: { sent: { nl: 'Verstuurd' } },
      contacts: 'mail',
    });
  });
});
