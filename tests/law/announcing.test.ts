import { describe, expect, it } from 'vitest';
import { announce, ask, chain, claim, link, mail, waitFor } from './chain-flow.ts';
import { codes, lint } from './lint.ts';

const enough = waitFor('term', 'previous-step', 20);

describe('announcing on or before the due date', () => {
  it('is told of a flow that means to, though it starts after it', () => {
    const early = chain([waitFor('w', 'due-date', -3), announce(), mail('notice')]);
    expect(lint(early)).toMatchObject([
      { code: 'LAW_COSTS_ANNOUNCED_BEFORE_DUE', severity: 'warning', nodeIds: ['announce'] },
    ]);
    const onTheDay = chain([waitFor('w', 'due-date', 0), announce(), mail('notice')]);
    expect(codes(lint(onTheDay))).toEqual(['LAW_COSTS_ANNOUNCED_BEFORE_DUE']);
  });

  it('is not told of a day after it, nor of a letter that announces nothing', () => {
    expect(lint(chain([waitFor('w', 'due-date', 1), announce(), mail('notice')]))).toEqual([]);
    expect(lint(chain([waitFor('w', 'due-date', 0), mail('reminder')]))).toEqual([]);
    const two = chain([
      waitFor('a', 'due-date', 0),
      waitFor('b', 'due-date', 7),
      announce(),
      mail('n'),
    ]);
    expect(lint(two)).toEqual([]);
  });
});

describe('announcing twice', () => {
  it('is told when the first still stands, also in a loop', () => {
    const twice = chain([announce(), mail('notice'), enough, announce('again'), mail('second')]);
    expect(lint(twice)).toMatchObject([
      { code: 'LAW_COSTS_ANNOUNCED_TWICE', severity: 'warning', nodeIds: ['again'] },
    ]);
    const loop = chain([
      announce(),
      mail('notice'),
      enough,
      ask('more', 'claim.openCents > 5000', { yes: 'announce' }),
    ]);
    expect(codes(lint(loop))).toEqual(['LAW_COSTS_ANNOUNCED_TWICE']);
  });

  it('is right on two ways that never meet, and when the first no longer stands', () => {
    const apart = chain([
      ask('large', 'claim.openCents > 5000', { no: 'small' }),
      link(
        'large-announce',
        'collection-costs.set-cost-state',
        { state: 'announced' },
        { changed: 'notice', unchanged: 'notice' },
      ),
      announce('small'),
      mail('notice'),
    ]);
    expect(lint(apart)).toEqual([]);
    const reset = chain([
      announce(),
      mail('notice'),
      enough,
      ask('reset', 'claim.costState == "none"', { no: 'end' }),
      announce('again'),
      mail('second'),
      waitFor('second-term', 'previous-step', 20),
      claim(),
    ]);
    expect(lint(reset)).toEqual([]);
  });
});

describe('a hand-over', () => {
  const handOver = link('away', 'strangers.hand-over');

  it('needs a final notice on every way', () => {
    expect(codes(lint(chain([waitFor('w', 'due-date', 30), handOver])))).toEqual([
      'LAW_HANDED_OVER_UNWARNED',
    ]);
    const unreached = link('notice', 'reminders.send-email', { template: 'notice' });
    expect(codes(lint(chain([announce(), unreached, enough, handOver])))).toEqual([
      'LAW_HANDED_OVER_UNWARNED',
    ]);
  });

  it('is right after a letter that announced costs, or the last of the series', () => {
    expect(lint(chain([announce(), mail('notice'), enough, handOver]))).toEqual([]);
    const series = mail('third');
    const last = { ...series, node: { ...series.node, stage: 3 } };
    expect(lint(chain([last, enough, handOver]))).toEqual([]);
  });
});
