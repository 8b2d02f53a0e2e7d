import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DomainError } from '@inning/sdk';
import { createMailbox } from './folder/mailbox.ts';
import { createMailboxPort } from './mailbox.port.ts';
import { mailboxRoutes } from './mailbox.routes.ts';
import { AGENCY, mail, makeFolder, OTHER_AGENCY } from './mailbox.fixtures.ts';

let folder: ReturnType<typeof makeFolder>;
let app: FastifyInstance;
let ids: string[];
const rules: unknown[] = [];

beforeEach(async () => {
  folder = makeFolder();
  const mailbox = createMailbox(folder.path);
  const port = createMailboxPort(mailbox);
  ids = [];
  for (const key of ['1', '2', '3']) ids.push((await port.send(mail(key))).providerId);

  app = Fastify();
  app.addHook('onRoute', (route) => {
    rules.push(route.config?.access);
  });
  app.addHook('onRequest', async (request) => {
    const agencyId = request.headers['x-agency'] ?? null;
    Object.assign(request, { user: { role: 'agency-employee', agencyId } });
  });
  app.setErrorHandler((error: DomainError, _, reply) =>
    reply.code(error.status ?? 400).send({ code: error.code }),
  );
  await mailboxRoutes(mailbox)(app, { settings: () => ({}) });
});
afterEach(async () => {
  await app.close();
  folder.remove();
});

const get = (url: string, agencyId: string | null = AGENCY) =>
  app.inject({ url, headers: agencyId === null ? {} : { 'x-agency': agencyId } });

describe('the routes of the trial mailbox', () => {
  it('are for people of the agency, every one of them', () => {
    expect(rules.length).toBeGreaterThanOrEqual(4);
    expect(new Set(rules.map((rule) => JSON.stringify(rule)))).toEqual(
      new Set(['{"roles":["agency-administrator","agency-employee"]}']),
    );
  });

  it('list the newest first, in pages', async () => {
    const first = (await get('/messages?limit=2')).json();
    const second = (await get(`/messages?limit=2&after=${first.next}`)).json();

    expect(first.items.map((item: { id: string }) => item.id)).toEqual([ids[2], ids[1]]);
    expect(first).toMatchObject({ total: 3, next: ids[1] });
    expect(second.items).toMatchObject([{ id: ids[0], subject: 'Herinnering 1' }]);
    expect((await get('/messages?limit=0')).statusCode).toBe(400);
    expect((await get('/messages?limit=9999')).statusCode).toBe(400);
  });

  it('show one mail with its headers', async () => {
    const view = (await get(`/messages/${ids[0]}`)).json();

    expect(view).toMatchObject({
      id: ids[0],
      messageId: '<1@deketting.example>',
      subject: 'Herinnering 1',
      to: [{ name: '', address: 'jan@voorbeeld.example' }],
      text: expect.stringContaining('€ 184,95'),
    });
    expect(view.headers).toContainEqual({ name: 'Auto-Submitted', value: 'auto-generated' });
  });

  it('give the file itself to download', async () => {
    const answer = await get(`/messages/${ids[0]}.eml`);

    expect(answer.headers).toMatchObject({
      'content-type': 'message/rfc822',
      'content-disposition': `attachment; filename="${ids[0]}.eml"`,
    });
    expect(answer.body).toContain('Subject: Herinnering 1');
  });

  it('give the HTML as it was sent, in a sandbox where nothing runs or loads', async () => {
    const answer = await get(`/messages/${ids[0]}/html`);

    const policy = String(answer.headers['content-security-policy']);
    expect(answer.body).toContain('<b>€ 184,95</b>');
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/^sandbox(?!.*allow-(scripts|same-origin|forms))/);
  });

  it.each(['', '.eml', '/html'])(
    'know nothing of mail of another agency, or of no one (%s)',
    async (end) => {
      for (const [id, agencyId] of [
        [ids[0], OTHER_AGENCY],
        [ids[0], null],
        ['0'.repeat(32), AGENCY],
        ['..%2f..%2fetc%2fpasswd', AGENCY],
      ] as const) {
        const answer = await get(`/messages/${id}${end}`, agencyId);

        expect(answer.statusCode).toBe(404);
        expect(answer.json().code).toBe('MAIL_NOT_KEPT');
      }
      expect((await get('/messages', OTHER_AGENCY)).json()).toEqual({
        items: [],
        next: null,
        total: 0,
      });
    },
  );
});
