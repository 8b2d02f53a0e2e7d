import { message } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { tasks } from '../tasks/index.ts';
import { givenLetter } from '../testing/letters.ts';
import { openWorld, type World } from '../testing/world.ts';
import { createSentDocuments } from './keep-sent.ts';

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await openWorld(database.uri);
});
afterAll(() => world.close());

async function ambiguousLetter() {
  const letter = await givenLetter(world, await world.given.debtor(), { state: 'ambiguous' });
  const task = {
    ...world.place,
    key: `ambiguous:${letter.key}`,
    kind: 'ambiguous',
    title: 'x',
    because: message('x'),
    dueOn: '2026-03-02',
  } as const;
  await world.store.transaction((session) => world.tasks.ensure(world.scope, session, [task]));
  await world.published();
  return letter;
}
const taskOf = (key: string) =>
  world.store
    .table(tasks)
    .in(world.scope)
    .findOne({ key: `ambiguous:${key}` });

describe('a letter of which nobody knows whether it left', () => {
  it('is sent when a person says so, and its task goes', async () => {
    const letter = await ambiguousLetter();

    const resolved = await world.communications.resolve(world.scope, letter._id, {
      as: 'sent',
      by: 'Anna',
    });

    expect(resolved).toMatchObject({ state: 'sent', sentOn: '2026-03-02' });
    expect(await world.published()).toEqual(['communication.sent']);
    expect(await taskOf(letter.key)).toMatchObject({ state: 'cancelled' });
  });

  it('goes again when a person says it did not leave', async () => {
    const letter = await ambiguousLetter();

    const resolution = { as: 'send-again', by: 'Anna' } as const;
    const resolved = await world.communications.resolve(world.scope, letter._id, resolution);

    expect(resolved).toMatchObject({ state: 'reserved', nextAttemptAt: world.clock.now() });
    expect(await world.published()).toEqual([]);
    await expect(
      world.communications.resolve(world.scope, letter._id, resolution),
    ).rejects.toMatchObject({ code: 'COMMUNICATION_NOT_AMBIGUOUS' });
  });
});

describe('the text of a letter', () => {
  it('is kept as it left, and found by nobody else', async () => {
    const row = await givenLetter(world, await world.given.debtor());
    const text = { subject: 'Herinnering', html: '<p>€ 100</p>', text: '€ 100' };
    const kept = createSentDocuments(world.store);
    await kept.keepSent([{ row, letter: { ...text, fingerprint: 'f' } }], 'new');

    expect(await world.communications.letter(world.scope, row._id)).toEqual(text);

    const stranger = { ...world.scope, agencyId: (await world.newPlace(false)).agencyId };
    await expect(world.communications.letter(stranger, row._id)).rejects.toMatchObject({
      code: 'COMMUNICATION_NOT_FOUND',
    });
    const other = await givenLetter(world, await world.given.debtor());
    await expect(world.communications.letter(world.scope, other._id)).rejects.toMatchObject({
      code: 'LETTER_NOT_KEPT',
    });
  });
});
