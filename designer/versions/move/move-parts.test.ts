import { describe, expect, it } from 'vitest';
import { moveParts, NOTHING_DONE, PARTS, type Progress } from './move-parts.ts';

const order = { from: 1, to: 2, map: { a: 'b' } };

/** A server that moves three cases a part, and breaks down once at the part it is told. */
function server(breaksAt: number | null) {
  const asked: number[] = [];
  let isBroken = breaksAt !== null;
  const send = async (_: string, __: string, body?: object) => {
    const { part } = body as { part: { index: number; of: number } };
    expect(part.of).toBe(PARTS);
    if (isBroken && part.index === breaksAt) {
      isBroken = false;
      throw new Error('away');
    }
    asked.push(part.index);
    return { migrated: 2, stayed: 1 } as never;
  };
  return { asked, send };
}

describe('moving cases part after part', () => {
  it('tells how far it is and adds up what every part did', async () => {
    const { asked, send } = server(null);
    const seen: Progress[] = [];
    const going = { flowId: 'f', from: NOTHING_DONE, onProgress: (at: Progress) => seen.push(at) };
    const end = await moveParts(order, { client: { send }, ...going });
    expect(end).toEqual({ done: PARTS, migrated: 2 * PARTS, stayed: PARTS });
    expect(seen.map(({ done }) => done)).toEqual(Array.from({ length: PARTS }, (_, at) => at + 1));
    expect(asked).toHaveLength(PARTS);
  });

  it('goes on behind what was done when a part failed', async () => {
    const { asked, send } = server(5);
    let last = NOTHING_DONE;
    const going = { client: { send }, flowId: 'f', onProgress: (at: Progress) => (last = at) };
    await expect(moveParts(order, { ...going, from: last })).rejects.toThrow('away');
    expect(last).toEqual({ done: 5, migrated: 10, stayed: 5 });
    const end = await moveParts(order, { ...going, from: last });
    expect(end.migrated).toBe(2 * PARTS);
    expect(asked).toEqual(Array.from({ length: PARTS }, (_, at) => at));
  });
});
