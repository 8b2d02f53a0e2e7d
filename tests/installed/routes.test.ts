import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestUser, Role } from '@inning/sdk';
import { createTrustService } from '../../core/packages/index.ts';
import { systemClock } from '../../core/clock.ts';
import { type AccessWorld, openAccessWorld } from '../kit/access-world.ts';
import { testDatabase } from '../kit/database.ts';
import { createPacker, newPublisher, type PluginText } from '../kit/plugin-package.ts';

const database = testDatabase();
const publisher = newPublisher();
const packer = createPacker();
let world: AccessWorld;
beforeAll(async () => {
  world = await openAccessWorld(database.uri);
  const trust = createTrustService({ store: world.store, clock: systemClock });
  await trust.addPublisher('Friendly', publisher.publicKey, 'operator');
});
afterAll(async () => {
  await packer.close();
  await world?.close();
});

const boss = () => world.people['agency-administrator'];
const ask = (method: string, url: string, payload?: object) =>
  world.ask(boss(), { method, url, ...(payload ? { payload } : {}) });
const look = (role: Role, url: string) => world.ask(world.people[role], { method: 'GET', url });

async function upload(text: PluginText, role: RequestUser['role'] = 'agency-administrator') {
  const bytes = Buffer.from(await packer.pack(text, publisher));
  const head = [
    '--b',
    'content-disposition: form-data; name="files"; filename="a.inning"',
    'content-type: application/octet-stream',
    '',
    '',
  ].join('\r\n');
  return world.ask(world.people[role], {
    method: 'POST',
    url: '/api/installed-plugins',
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]),
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  });
}

describe('installing a plugin over HTTP', () => {
  it('shows what it asks, and takes consent to exactly that', async () => {
    const permissions = { claim: ['debtor.name'], hosts: ['api.example.com'] };
    const offered = await upload({ permissions, ports: ['costs'] });
    expect(offered.statusCode, offered.body).toBe(200);
    const { pending, state } = offered.json();
    expect(state).toBe('awaiting-consent');
    expect(pending.publisher.name).toBe('Friendly');
    expect(pending.asks).toMatchObject([
      { kind: 'claim', message: { code: 'packages.claim.debtor-name' }, isNew: true },
      { kind: 'nodePorts', isMoney: true },
      { kind: 'hosts', message: { params: { host: 'api.example.com' } } },
    ]);

    const other = await ask('POST', '/api/installed-plugins/echo/consent', { asksHash: 'x' });
    expect(other.statusCode).toBe(409);
    const said = { asksHash: pending.asksHash };
    const agreed = await ask('POST', '/api/installed-plugins/echo/consent', said);

    expect(agreed.json()).toMatchObject({ state: 'active', version: '1.0.0', pending: null });
    const catalogue = await ask('GET', '/api/catalogue');
    expect(catalogue.json().items).toContainEqual(expect.objectContaining({ id: 'echo.act' }));
    const plugins = await ask('GET', '/api/plugins');
    expect(plugins.json().items).toContainEqual(
      expect.objectContaining({ id: 'echo', isOn: true, nodes: ['echo.act'] }),
    );
  });

  it('marks what an update newly asks, and leaves what is refused', async () => {
    const more = { claim: ['debtor.name', 'debtor.email'], hosts: ['api.example.com'] };
    const { pending } = (
      await upload({ version: '2.0.0', permissions: more, ports: ['costs'] })
    ).json();
    const news = pending.asks.filter((one: { isNew: boolean }) => one.isNew);
    expect(news).toMatchObject([{ message: { code: 'packages.claim.debtor-email' } }]);

    const left = await ask('POST', '/api/installed-plugins/echo/decline');

    expect(left.json()).toMatchObject({ version: '1.0.0', pending: null, state: 'active' });
  });

  it('is for the administrator of the agency; its colleagues look on', async () => {
    expect((await upload({ id: 'not-mine' }, 'agency-employee')).statusCode).toBe(403);
    const seen = await look('read-only', '/api/installed-plugins');
    const ids = seen.json().items.map((one: { id: string }) => one.id);
    expect(ids).toContain('echo');
    expect((await ask('DELETE', '/api/installed-plugins/echo')).json()).toMatchObject({
      state: 'uninstalled',
    });
    expect((await ask('POST', '/api/installed-plugins/echo/resume')).statusCode).toBe(404);
    expect(boss().user.role).toBe('agency-administrator');
  });

  it('is refused with the place, and nothing is half there', async () => {
    const answer = await world.ask(boss(), {
      method: 'POST',
      url: '/api/installed-plugins',
      payload:
        '--b\r\ncontent-disposition: form-data; name="files"; filename="a"\r\n\r\nno package\r\n--b--\r\n',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });

    expect(answer.statusCode).toBe(422);
    expect(answer.json().error).toMatchObject({ code: 'PACKAGE_INVALID' });
  });
});
