import { beforeEach, describe, expect, it } from 'vitest';
import { movableClock } from '../../core/clock.ts';
import { pluginStates } from '../../core/host/index.ts';
import { createPluginStates, type PluginStates } from '../../core/host/state/plugin-state.ts';
import { newId, toId } from '../../core/store/index.ts';
import { useStore } from './database.ts';

const store = useStore();
const clock = movableClock(new Date('2026-03-02T08:00:00Z'));
const [agency, neighbour] = [newId().toHexString(), newId().toHexString()];
let states: PluginStates;
beforeEach(async () => {
  await store().connection.dropDatabase();
  store().table(pluginStates);
  await store().ensureIndexes();
  states = createPluginStates({ store: store(), clock });
});

describe('what a plugin remembers', () => {
  it('is there again, changed and gone as it says', async () => {
    const memory = states.of('letters', agency);

    expect(await memory.get('cursor')).toBeNull();
    await memory.set('cursor', 'één');
    await memory.set('empty', '');
    expect([await memory.get('cursor'), await memory.get('empty')]).toEqual(['één', '']);
    await memory.set('cursor', 'twee');
    expect(await memory.get('cursor')).toBe('twee');
    await memory.delete('cursor');
    expect(await memory.get('cursor')).toBeNull();
  });

  it('is its own, at that agency alone', async () => {
    await states.of('letters', agency).set('key', 'mine');

    expect(await states.of('letters', neighbour).get('key')).toBeNull();
    expect(await states.of('other', agency).get('key')).toBeNull();
    await states.of('letters', neighbour).set('key', 'theirs');
    await states.of('letters', neighbour).delete('key');
    expect(await states.of('letters', agency).get('key')).toBe('mine');
  });

  it('is a key and a value of limited size', async () => {
    const memory = states.of('letters', agency);
    await memory.set('k'.repeat(200), 'v'.repeat(16_384));

    const limit = { code: 'PLUGIN_STATE_LIMIT' };
    await expect(memory.set('k'.repeat(201), '')).rejects.toMatchObject(limit);
    await expect(memory.set('', '')).rejects.toMatchObject(limit);
    await expect(memory.set('key', 'v'.repeat(16_385))).rejects.toMatchObject(limit);
    await expect(memory.set('key', { $gt: '' } as never)).rejects.toMatchObject(limit);
    await expect(memory.get({ $ne: null } as never)).rejects.toMatchObject(limit);
    await expect(memory.delete({ $ne: null } as never)).rejects.toMatchObject(limit);
  });

  it('is a thousand keys at most, also when they come at once', async () => {
    const memory = states.of('letters', agency);
    const rows = Array.from({ length: 995 }, (_, index) => ({
      key: `key-${index}`,
      pluginId: 'letters',
      value: '',
      agencyId: toId(agency),
      updatedAt: clock.now(),
    }));
    await store().connection.collection('plugin-states').insertMany(rows);

    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => memory.set(`new-${index}`, 'x')),
    );

    const kept = await store().connection.collection('plugin-states').countDocuments({});
    expect(kept).toBeLessThanOrEqual(1_000);
    const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toHaveLength(20 - (kept - 995));
    expect(refused[0]).toMatchObject({ code: 'PLUGIN_STATE_LIMIT' });
    await memory.set('key-1', 'a key that is there can still change');
    await states.of('letters', neighbour).set('first', 'x');
  });

  it('is one value when two write a new key at once', async () => {
    const memory = states.of('letters', agency);

    await Promise.all(['a', 'b', 'c'].map((value) => memory.set('key', value)));

    expect(['a', 'b', 'c']).toContain(await memory.get('key'));
    expect(await store().connection.collection('plugin-states').countDocuments({})).toBe(1);
  });

  it('is forgotten when it is uninstalled, at that agency or everywhere', async () => {
    for (const id of [agency, neighbour]) await states.of('letters', id).set('key', 'x');
    await states.of('other', agency).set('key', 'x');

    expect(await states.forget('letters', agency)).toBe(1);
    expect(await states.of('letters', neighbour).get('key')).toBe('x');
    expect(await states.forget('letters', null)).toBe(1);
    expect(await states.of('other', agency).get('key')).toBe('x');
  });

  it('needs an agency', async () => {
    await expect(states.of('letters', null).get('key')).rejects.toMatchObject({
      code: 'PLUGIN_STATE_WITHOUT_AGENCY',
    });
  });
});
