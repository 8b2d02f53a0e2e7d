import { describe, expect, it } from 'vitest';
import type { Administration } from '../../domain/administrations/index.ts';
import { newId } from '../../store/index.ts';
import { scanMark, sinceMark } from './scan-mark.ts';

const choice = { steady: newId(), unknown: newId(), fluctuating: newId(), erratic: newId() };
const books = (more = {}) => ({ flowChoice: { ...choice, ...more } }) as unknown as Administration;
const stored = ({ choice: hash, on }: ReturnType<typeof scanMark>) => `${hash} ${on}`;

describe('how far the daily look has come', () => {
  const yesterday = stored(scanMark(books(), '2026-03-10'));

  it('looks at what came due since the last look, two days twice', () => {
    expect(sinceMark(yesterday, scanMark(books(), '2026-03-11'))).toBe('2026-03-08');
    expect(sinceMark(yesterday, scanMark(books(), '2026-04-11'))).toBe('2026-03-08');
  });

  it('looks at everything the first time, and when another flow was chosen', () => {
    const today = scanMark(books(), '2026-03-11');

    expect(sinceMark(null, today)).toBeNull();
    expect(sinceMark('nonsense', today)).toBeNull();
    expect(sinceMark(yesterday, scanMark(books({ erratic: newId() }), '2026-03-11'))).toBeNull();
    expect(sinceMark(yesterday, scanMark(books({ erratic: null }), '2026-03-11'))).toBeNull();
  });

  it('looks at everything when the clock went back', () => {
    expect(sinceMark(yesterday, scanMark(books(), '2026-03-09'))).toBeNull();
  });
});
