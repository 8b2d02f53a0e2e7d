import { describe, expect, it } from 'vitest';
import { ask, chain, claim, type Link, mail, waitFor } from './chain-flow.ts';
import { codes, lint } from './lint.ts';

/** A branch within a branch, so deep; each goes back through a wait to the one before it, or on. */
function nested(depth: number): Link[] {
  return Array.from({ length: depth }, (_, level): Link[] => [
    ask(`ask-${level}`, `claim.openCents > ${level}`, { no: `late-${level}` }),
    mail(`mail-${level}`),
    waitFor(`soon-${level}`, 'previous-step', 1 + (level % 6)),
    ask(`kind-${level}`, `claim.debtor.kind == "${level % 2 ? 'business' : 'consumer'}"`, {
      yes: `ask-${Math.max(0, level - 3)}`,
    }),
    waitFor(`late-${level}`, level % 3 ? 'invoice-date' : 'due-date', 5 * level),
    ask(`again-${level}`, `claim.costState == "none"`, { no: `soon-${Math.max(0, level - 1)}` }),
    { ...mail(`other-${level}`), to: { sent: `step-${level}`, skipped: `late-${level}` } },
    waitFor(`step-${level}`, 'previous-step', 2),
  ]).flat();
}

describe('branches within branches with ways back', () => {
  it('forty deep in 320 steps come to an end, and the flaw behind them is found', () => {
    const links = [...nested(40), claim('last')];
    expect(links.length).toBeGreaterThan(300);
    const found = lint(chain(links));
    const flaws = codes(found);
    expect(flaws.includes('LAW_COSTS_NOT_ANNOUNCED') || flaws.includes('LAW_NOT_JUDGED')).toBe(
      true,
    );
  });

  it('every step leading to every other through waits comes to an end', () => {
    const steps = Array.from({ length: 120 }, (_, index) => [
      waitFor(`w-${index}`, index % 2 ? 'previous-step' : 'due-date', index % 9),
      {
        ...mail(`m-${index}`, index % 2 ? 'notice' : 'brief'),
        to: {
          sent: `w-${(index * 7 + 3) % 120}`,
          skipped: `w-${(index * 11 + 5) % 120}`,
          unreachable: `w-${(index * 13 + 1) % 120}`,
          failed: `w-${(index + 1) % 120}`,
        },
      },
    ]).flat();
    expect(Array.isArray(lint(chain([...steps, claim()])))).toBe(true);
  });

  it('a flow of a hundred steps with two flaws names both, each with a way of its own', () => {
    const links = [
      ...nested(12),
      claim('first'),
      waitFor('rest', 'previous-step', 3),
      claim('second'),
    ];
    expect(links.length).toBeGreaterThan(95);
    const found = lint(chain(links)).filter(({ code }) => code === 'LAW_COSTS_NOT_ANNOUNCED');
    expect(found.map(({ path }) => path?.at(-1))).toContain('first');
  });
});
