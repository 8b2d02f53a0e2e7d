import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../tests/kit/database.ts';
import { type AccessWorld, openAccessWorld } from '../../../../tests/kit/access-world.ts';
import { bounceOf } from '../../../../tests/kit/bounce-of.ts';
import { systemScope, toId } from '../../../store/index.ts';
import { communications } from '../communication.model.ts';

const database = testDatabase();
let world: AccessWorld;
let own: string;
let foreign: string;
const scope = systemScope('a test looks at letters of everybody');
const rows = () => world.store.table(communications).in(scope);
beforeAll(async () => {
  world = await openAccessWorld(database.uri);
  const { home, otherAgency } = world.places;
  own = home.ids.get('communications') ?? '';
  foreign = otherAgency.ids.get('communications') ?? '';
  const sent = { state: 'sent', sentOn: '2026-01-02', returnedOn: null } as const;
  for (const id of [own, foreign]) await rows().updateOne({ _id: toId(id) }, { $set: sent });
});
afterAll(() => world.close());

function handIn(eml: string) {
  const head =
    '--X\r\ncontent-disposition: form-data; name="files"; filename="bounce.eml"\r\ncontent-type: message/rfc822\r\n\r\n';
  return world.ask(world.people['agency-employee'], {
    method: 'POST',
    url: '/api/communications/bounces',
    payload: `${head}${eml}\r\n--X--\r\n`,
    headers: { 'content-type': 'multipart/form-data; boundary=X' },
  });
}

describe('a bounce that is handed in', () => {
  it('changes nothing while the server still tries', async () => {
    const answer = await handIn(bounceOf(own, 'delayed', '4.4.1'));

    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json().letters).toMatchObject([{ id: own, returnedOn: null }]);
  });

  it('finds the letter by its Message-ID and returns it, once, with the words of the server', async () => {
    const first = await handIn(bounceOf(own));
    const again = await handIn(bounceOf(own));

    expect(first.statusCode, first.body).toBe(200);
    const [letter] = first.json().letters;
    expect(letter).toMatchObject({
      id: own,
      state: 'sent',
      returnedOn: expect.stringMatching(/^\d{4}-/),
      returnedReason: '550 5.1.1 …: Recipient address rejected: User unknown',
    });
    expect(again.json().letters).toEqual([letter]);
  });

  it('is refused when it is of somebody else, of no letter of ours, or no report at all', async () => {
    expect((await handIn(bounceOf(foreign))).statusCode).toBe(404);
    expect(await rows().byId(toId(foreign))).toMatchObject({ returnedOn: null });
    for (const eml of [
      bounceOf('abc'),
      'Subject: Hoi\r\n\r\nIk heb betaald.',
      '\u0000\u0001',
      '',
    ]) {
      const answer = await handIn(eml);
      expect(answer.statusCode, eml).toBe(422);
      expect(answer.json().error.code).toBe('FILE_UNREADABLE');
    }
  });
});
