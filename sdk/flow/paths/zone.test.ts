import { describe, expect, it } from 'vitest';
import { covers, hull, marked, openZone, sinceIn, waited } from './zone.ts';

const LETTER = 1;
const STEP = 2;

describe('days between moments', () => {
  it('add up over what is marked on the way, and count from the last mark only', () => {
    let zone = marked(openZone(3), LETTER);
    zone = waited(zone, LETTER, 7);
    zone = marked(zone, STEP);
    zone = waited(zone, STEP, 3);
    expect([sinceIn(zone, LETTER), sinceIn(zone, STEP)]).toEqual([10, 3]);

    zone = waited(marked(zone, LETTER), STEP, 5);
    // Nothing says whether those two days went by before the letter or after it.
    expect([sinceIn(zone, LETTER), sinceIn(zone, STEP)]).toEqual([0, 5]);
  });

  it('are unknown before a moment was, and wait for nothing then', () => {
    const zone = waited(openZone(3), LETTER, 30);
    expect(sinceIn(zone, STEP)).toBe(-Infinity);
  });

  it('are the least of two ways, which covers both', () => {
    const start = marked(openZone(3), LETTER);
    const [short, long] = [waited(start, LETTER, 5), waited(start, LETTER, 20)];
    expect(sinceIn(hull(short, long), LETTER)).toBe(5);
    expect(covers(short, long)).toBe(true);
    expect(covers(long, short)).toBe(false);
  });
});
