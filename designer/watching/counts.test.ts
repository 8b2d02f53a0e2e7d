import { describe, expect, it } from 'vitest';
import { stepCounts } from './counts.ts';

describe('the counts of a running flow', () => {
  it('tells who is held back and who is stuck from who simply waits', () => {
    const counts = stepCounts(
      [
        { nodeId: 'mail', state: 'running', isGated: false, count: 5 },
        { nodeId: 'mail', state: 'running', isGated: true, count: 2 },
        { nodeId: 'mail', state: 'held', isGated: false, count: 1 },
        { nodeId: 'mail', state: 'stuck', isGated: false, count: 3 },
      ],
      [],
    );

    expect(counts.get('mail')?.standing).toEqual({ all: 11, held: 3, stuck: 3 });
  });

  it('adds what left by the same outcome, on whichever day and however', () => {
    const way = { nodeId: 'mail', outcome: 'sent' };
    const counts = stepCounts(
      [],
      [
        { ...way, kind: 'done', count: 4 },
        { ...way, kind: 'skipped', count: 1 },
        { ...way, kind: 'done', count: 2 },
        { nodeId: 'mail', outcome: 'paid', kind: 'ended', count: 6 },
      ],
    );

    expect(counts.get('mail')?.outcomes).toEqual([
      { outcome: 'sent', isEnd: false, count: 7 },
      { outcome: 'paid', isEnd: true, count: 6 },
    ]);
  });
});
