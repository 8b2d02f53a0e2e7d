import type { FlowDocument } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedFlows } from '../../core/flows/index.ts';
import { type AccessWorld, type Asked, openAccessWorld } from '../kit/access-world.ts';
import { testDatabase } from '../kit/database.ts';

const database = testDatabase();
let world: AccessWorld;
beforeAll(async () => {
  world = await openAccessWorld(database.uri);
});
afterAll(() => world.close());

const neutral = shippedFlows().get('neutral')!;
type Body = { readonly payload?: object; readonly status?: number };
async function request(method: string, path: string, { payload, status = 200 }: Body) {
  const person = world.people['agency-employee'];
  const asked: Asked = { method, url: `/api/flows${path}`, ...(payload ? { payload } : {}) };
  const answer = await world.ask(person, asked);
  expect(answer.statusCode, answer.body).toBe(status);
  return answer.json();
}
const get = (path: string) => request('GET', path, {});
const put = (path: string, payload: object, status?: number) =>
  request('PUT', path, { payload, ...(status ? { status } : {}) });
const post = (path: string, payload: object, status?: number) =>
  request('POST', path, { payload, ...(status ? { status } : {}) });
const start = async (name: string) =>
  (await post('', { name, creditorId: null }, 201)).id as string;

describe('drawing a flow', () => {
  it('saves drafts in turn, publishes what was looked at, and goes back', async () => {
    const id = await start('Bouwers, rustig');
    const empty = await get(`/${id}/draft`);
    expect(empty).toMatchObject({ revision: 1, publishedVersion: 0 });
    expect(empty.problems.map(({ code }: { code: string }) => code)).toEqual(['FLOW_NO_START']);
    expect(await get(`/${id}/draft/problems`)).toEqual({ revision: 1, problems: empty.problems });
    const { problems: _, ...quick } = empty;
    expect(await get(`/${id}/draft?problems=false`)).toEqual(quick);
    await post(`/${id}/publish`, { revision: 1, note: null }, 422);

    const saved = await put(`/${id}/draft`, { document: neutral, revision: 1 });
    expect(saved).toEqual({ revision: 2, problems: [] });
    const overtaken = await put(`/${id}/draft`, { document: neutral, revision: 1 }, 409);
    expect(overtaken.error.code).toBe('FLOW_DRAFT_OVERTAKEN');
    await post(`/${id}/publish`, { revision: 1, note: null }, 409);
    expect(await post(`/${id}/publish`, { revision: 2, note: 'Eerste' })).toEqual({
      version: 1,
    });

    const calmer: FlowDocument = {
      ...neutral,
      settings: { ...neutral.settings, thresholdCents: 2_500 },
    };
    await put(`/${id}/draft`, { document: calmer, revision: 2 });
    const differences = await get(`/${id}/differences?from=1`);
    expect(differences.items).toEqual([
      {
        kind: 'whole',
        nodeId: null,
        path: 'settings.thresholdCents',
        sentence: {
          code: 'flow.diff.whole',
          params: {
            node: null,
            field: 'Onder dit bedrag gaat er geen herinnering uit',
            from: '€\u00a00,00',
            to: '€\u00a025,00',
          },
        },
      },
    ]);
    await post(`/${id}/publish`, { revision: 3, note: null });
    const { items } = await get(`/${id}/versions`);
    expect(items).toMatchObject([
      { version: 2, note: null, runningCount: 0 },
      { version: 1, note: 'Eerste', publishedBy: 'The agency-employee' },
    ]);

    await post(`/${id}/roll-back`, { version: 1, revision: 3 });
    expect((await get(`/${id}/draft`)).document).toEqual(neutral);
    expect((await get(`/${id}/differences?from=1`)).items).toEqual([]);
  });

  it('carries a flow as a file, which lands as a draft and names what is missing', async () => {
    const id = await start('Te vervoeren');
    await put(`/${id}/draft`, { document: neutral, revision: 1 });
    const file = await get(`/${id}/export`);
    expect(file).toEqual(neutral);

    const nodes = { ...file.nodes, strange: { type: 'elsewhere.do-it', version: 1, config: {} } };
    const document = { ...file, name: { en: 'From elsewhere' }, nodes };
    const made = await post('/import', { document, creditorId: null }, 201);
    expect(made.slug).toBe('from-elsewhere');
    expect(made.problems.map(({ code }: { code: string }) => code)).toContain('FLOW_UNKNOWN_STEP');
    const draft = await get(`/${made.id}/draft`);
    expect(draft).toMatchObject({ publishedVersion: 0 });
    expect(draft.document.nodes.strange).toEqual(nodes.strange);
    await post('/import', { document, creditorId: null }, 409);
  });

  it('names the template that is not here and the ids of others in the settings of a step', async () => {
    const { otherAgency } = world.places;
    const mail = neutral.nodes['reminder-1']!;
    const config = { template: 'letter-of-others', creditorId: otherAgency.creditorId };
    const nodes = { ...neutral.nodes, 'reminder-1': { ...mail, config } };
    const document = { ...neutral, name: { en: 'With ids of others' }, nodes };
    const made = await post('/import', { document, creditorId: null }, 201);

    const found = made.problems as { code: string; message: { params: object } }[];
    expect(found.map(({ code, message: { params } }) => ({ code, ...params }))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'FLOW_UNKNOWN_TEMPLATE',
          node: 'reminder-1',
          field: 'template',
          template: 'letter-of-others',
        }),
        expect.objectContaining({ code: 'FLOW_INVALID_CONFIG', node: 'reminder-1' }),
      ]),
    );
    expect((await get(`/${made.id}/draft`)).problems).toEqual(made.problems);
    const refused = await post(`/${made.id}/publish`, { revision: 1, note: null }, 422);
    expect(refused.error.code).toBe('FLOW_HAS_PROBLEMS');
    expect((await get(`/${made.id}`)).creditorId).toBeNull();
  });

  it('tells what a condition says of a debtor, and of nobody else’s', async () => {
    const { home, otherAgency } = world.places;
    const ask = (debtorId: string, condition: string) =>
      world.ask(world.people['agency-employee'], {
        method: 'POST',
        url: '/api/simulate/condition',
        payload: { debtorId, condition },
      });
    const own = home.ids.get('debtors')!;

    const said = (await ask(own, 'claim.debtor.kind == "consumer"')).json();
    const other = (await ask(own, 'claim.debtor.kind != "consumer"')).json();
    expect(said.holds).toBe(!other.holds);
    expect(said.values).toEqual({ 'debtor.kind': said.holds ? 'consumer' : 'business' });
    expect((await ask(own, 'claim.opnCents > 1')).statusCode).toBe(422);
    const foreign = await ask(otherAgency.ids.get('debtors')!, 'claim.openCents > 1');
    expect(foreign.statusCode).toBe(404);
  });

  it('copies a flow to another creditor, and names what is not there for that one', async () => {
    const { home, otherCreditor, otherAgency } = world.places;
    const own = home.creditorId;
    const theirs = otherCreditor.creditorId;
    await post('', { name: 'Alleen hier', creditorId: own }, 201);
    const end = {
      type: 'routing.switch-flow',
      version: 1,
      config: { flow: 'alleen-hier', mode: 'reset' },
    };
    const nodes = { ...neutral.nodes, end };
    const document = { ...neutral, name: { en: 'Leads on' }, nodes };
    const made = await post('/import', { document, creditorId: own }, 201);
    expect(made.problems).toEqual([]);

    const near = await post(`/${made.id}/copy`, { name: 'Near', creditorId: own }, 201);
    const far = await post(`/${made.id}/copy`, { name: 'Far', creditorId: theirs }, 201);

    expect(near.problems).toEqual([]);
    expect(far.problems).toMatchObject([
      {
        code: 'FLOW_UNKNOWN_FLOW',
        severity: 'warning',
        nodeIds: ['end'],
        message: { params: { flow: 'alleen-hier' } },
      },
    ]);
    expect((await get(`/${far.id}/draft`)).problems).toEqual(far.problems);
    const copied = await get(`/${far.id}/draft`);
    expect(copied.document).toEqual({ ...document, name: { en: 'Far', nl: 'Far' } });
    expect((await get(`/${far.id}`)).creditorId).toBe(theirs);
    await post(`/${made.id}/copy`, { name: 'Too far', creditorId: otherAgency.creditorId }, 404);
  });

  it.each([
    ['nothing', null],
    ['another schema', { ...neutral, schema: 2 }],
    ['a surplus field', { ...neutral, agencyId: '0'.repeat(24) }],
    [
      'a hundred thousand steps',
      {
        ...neutral,
        nodes: Object.fromEntries(
          Array.from({ length: 100_000 }, (_, index) => [`n${index}`, { t: 1 }]),
        ),
      },
    ],
  ])('refuses a file with %s, naming the place', async (_, document) => {
    const answer = await post('/import', { document, creditorId: null }, 422);
    expect(answer.error.code).toBe('FLOW_DOCUMENT_INVALID');
  });

  it('refuses keys that would reach into JavaScript itself', async () => {
    const document = JSON.parse('{"__proto__": {"a": 1}}') as object;
    const answer = await post('/import', { document, creditorId: null }, 400);
    expect(answer.error.code).toBe('MALFORMED_JSON');
  });

  it('copies a flow to a creditor of the agency, and to nobody else', async () => {
    const id = await start('Voorbeeld');
    const { home, otherAgency } = world.places;
    const copy = { name: 'Voorbeeld voor hen', creditorId: home.creditorId };
    const made = await post(`/${id}/copy`, copy, 201);
    expect((await get(`/${made.id}`)).creditorId).toBe(home.creditorId);
    await post(`/${id}/copy`, { ...copy, creditorId: otherAgency.creditorId }, 404);
  });

  it('is for the agency; creditors look on', async () => {
    const id = await start('Van het bureau');
    for (const role of ['creditor-administrator', 'read-only'] as const) {
      const person = world.people[role];
      const seen = await world.ask(person, { method: 'GET', url: `/api/flows/${id}/draft` });
      expect(seen.statusCode).toBe(200);
      const payload = { document: neutral, revision: 1 };
      const url = `/api/flows/${id}/draft`;
      expect((await world.ask(person, { method: 'PUT', url, payload })).statusCode).toBe(403);
    }
  });
});
