import { describe, expect, it } from 'vitest';
import { announce, ask, chain, claim, type Link, mail, waitFor } from './chain-flow.ts';
import { codes, lint } from './lint.ts';

/** Branches one behind the other: 2^count ways, each with letters, costs and waits of its own. */
function branches(count: number): Link[] {
  return Array.from({ length: count }, (_, index) => [
    ask(`ask-${index}`, `claim.openCents > ${index}`, { no: `no-${index}` }),
    waitFor(`yes-${index}`, 'previous-step', 7 + (index % 5)),
    mail(`yes-mail-${index}`),
    {
      ...announce(`yes-announce-${index}`),
      to: { changed: `join-${index}`, unchanged: `join-${index}` },
    },
    waitFor(`no-${index}`, 'due-date', 14 + index),
    mail(`no-mail-${index}`),
    waitFor(`join-${index}`, 'previous-step', 3 + (index % 7)),
  ]).flat();
}

describe('a flow of hundreds of steps', () => {
  it('with forty branches is judged, and its one flaw found at the end of 2^40 ways', () => {
    const links = [...branches(42), claim('last')];
    expect(links.length).toBeGreaterThan(290);
    const found = lint(chain(links));
    expect(codes(found)).toContain('LAW_COSTS_NOT_ANNOUNCED');
    const one = found.find(({ code }) => code === 'LAW_COSTS_NOT_ANNOUNCED');
    expect(one?.path?.at(-1)).toBe('last');
    expect(one?.example?.length).toBe(one?.path?.length);
  });

  it('whose steps all lead to one another comes to an end', () => {
    const steps = Array.from({ length: 300 }, (_, index) =>
      index % 3 === 0
        ? waitFor(`s-${index}`, 'previous-step', index % 11)
        : {
            ...mail(`s-${index}`),
            to: { sent: `s-${(index * 7) % 300}`, skipped: `s-${(index * 13) % 300}` },
          },
    );
    expect(Array.isArray(lint(chain(steps)))).toBe(true);
  });
});
