import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccessWorld, openAccessWorld } from '../../../tests/kit/access-world.ts';
import { testDatabase } from '../../../tests/kit/database.ts';
import { outbox } from '../../events/index.ts';
import { systemScope } from '../../store/index.ts';

const database = testDatabase();
let world: AccessWorld;
beforeAll(async () => {
  world = await openAccessWorld(database.uri);
});
afterAll(() => world.close());

const flowUrl = () => `/api/flows/${world.places.home.ids.get('flows')}/comments`;
type Who = keyof AccessWorld['people'];
const say = (who: Who, text: string, nodeId: string | null = null) =>
  world.ask(world.people[who], { method: 'POST', url: flowUrl(), payload: { text, nodeId } });
const read = async (who: Who): Promise<{ id: string; text: string; [more: string]: unknown }[]> =>
  (await world.ask(world.people[who], { method: 'GET', url: flowUrl() })).json().items;
const act = (who: Who, id: string, what: string) =>
  world.ask(world.people[who], { method: 'POST', url: `/api/flow-comments/${id}/${what}` });

describe('comments on a flow', () => {
  it('say who said what of which step, and when', async () => {
    const answer = await say('agency-employee', '  Is a week not short?  ', 'reminder-1');

    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({
      nodeId: 'reminder-1',
      text: 'Is a week not short?',
      by: 'The agency-employee',
      resolvedAt: null,
    });
    expect((await read('agency-administrator')).at(-1)).toEqual(answer.json());
  });

  it('are settled by name, once, and opened again', async () => {
    const { id } = (await say('agency-employee', 'Settle me')).json();
    const settled = (await act('agency-administrator', id, 'resolve')).json();

    expect(settled.resolvedBy).toBe('The agency-administrator');
    expect((await act('agency-employee', id, 'resolve')).json()).toEqual(settled);
    expect((await act('agency-employee', id, 'reopen')).json()).toMatchObject({
      resolvedAt: null,
      resolvedBy: null,
    });
  });

  it('of a creditor are read by the agency; those of the office stay in the office', async () => {
    await world.store.connection.collection('flows').updateMany({}, { $set: { creditorId: null } });
    await say('agency-employee', 'Between colleagues');
    await say('creditor-employee', 'From the creditor');

    const ofCreditor = (await read('creditor-administrator')).map(({ text }) => text);
    expect(ofCreditor).toContain('From the creditor');
    expect(ofCreditor).not.toContain('Between colleagues');
    const ofAgency = (await read('agency-employee')).map(({ text }) => text);
    expect(ofAgency).toEqual(expect.arrayContaining(['From the creditor', 'Between colleagues']));
    const { id = '' } =
      (await read('agency-employee')).find(({ text }) => text === 'Between colleagues') ?? {};
    expect((await act('creditor-employee', id, 'resolve')).statusCode).toBe(404);
  });

  it('are told to open screens of whoever may read them, and to nobody else', async () => {
    const { store, places } = world;
    const system = systemScope('what was told');
    const told = async () =>
      await store
        .table(outbox)
        .in(system)
        .find({ name: 'flow.commented' }, { sort: { _id: 1 } });
    const before = (await told()).length;

    const { id } = (await say('creditor-employee', 'Who hears this?')).json();
    await act('agency-employee', id, 'resolve');
    await act('agency-employee', id, 'resolve');

    const news = (await told()).slice(before);
    const heard = [places.home, places.otherAdministration].map((one) => one.administrationId);
    expect(news.map(({ administrationId }) => administrationId.toHexString()).toSorted()).toEqual(
      [...heard, ...heard].toSorted(),
    );
    const flowId = String(places.home.ids.get('flows'));
    expect(new Set(news.map(({ data }) => JSON.stringify(data)))).toEqual(
      new Set([JSON.stringify({ flowId })]),
    );
  });

  it('are refused on a step that is not there, without words, and from who only reads', async () => {
    const unknown = await say('agency-employee', 'What is this?', 'nowhere');
    expect([unknown.statusCode, unknown.json().error.code]).toEqual([
      422,
      'COMMENTED_STEP_UNKNOWN',
    ]);
    expect((await say('agency-employee', '   ')).statusCode).toBe(400);
    expect((await say('read-only', 'May I?')).statusCode).toBe(403);
  });
});
