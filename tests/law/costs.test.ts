import { describe, expect, it } from 'vitest';
import { announce, ask, chain, claim, link, mail, waitFor } from './chain-flow.ts';
import { codes, lint } from './lint.ts';

const enough = waitFor('term', 'previous-step', 20);
const isConsumer = 'claim.debtor.kind == "consumer"';

describe('costs that nobody announced', () => {
  it('are found when the flow never announces, and on the one way that passes it by', () => {
    const [found] = lint(chain([mail('reminder'), enough, claim()]));
    expect(found).toMatchObject({
      code: 'LAW_COSTS_NOT_ANNOUNCED',
      severity: 'error',
      nodeIds: ['claim'],
      article: 'art. 6:96 lid 6 BW',
      path: ['start', 'reminder', 'term', 'claim'],
    });

    const around = chain([
      ask('large', 'claim.openCents > 10000', { no: 'term' }),
      announce(),
      mail('notice'),
      enough,
      claim(),
    ]);
    const [passedBy] = lint(around);
    expect(passedBy).toMatchObject({
      code: 'LAW_COSTS_NOT_ANNOUNCED',
      path: ['start', 'large', 'term', 'claim'],
    });
  });

  it('are no matter for a business, nor where a condition says that they were announced', () => {
    const business = chain([ask('consumer', isConsumer, { yes: 'end' }), claim()]);
    expect(lint(business)).toEqual([]);
    const guarded = chain([ask('told', 'claim.costState == "announced"', { no: 'end' }), claim()]);
    expect(lint(guarded)).toEqual([]);
  });

  it('are found for the consumer of a flow that splits by kind and joins again', () => {
    const joined = chain([
      ask('consumer', isConsumer, { yes: 'term' }),
      announce(),
      mail('notice'),
      enough,
      claim(),
    ]);
    expect(lint(joined)).toMatchObject([
      { code: 'LAW_COSTS_NOT_ANNOUNCED', path: ['start', 'consumer', 'term', 'claim'] },
    ]);
    const right = chain([
      ask('consumer', isConsumer, { no: 'claim' }),
      announce(),
      mail('notice'),
      enough,
      claim(),
    ]);
    expect(lint(right)).toEqual([]);
  });
});

describe('costs announced without a letter', () => {
  it('are found when no letter follows, and on the way on which the letter did not leave', () => {
    expect(codes(lint(chain([announce(), enough, claim()])))).toEqual(['LAW_COSTS_WITHOUT_LETTER']);

    const unreached = link('notice', 'reminders.send-email', { template: 'notice' });
    const [found] = lint(chain([announce(), unreached, enough, claim()]));
    expect(found).toMatchObject({ code: 'LAW_COSTS_WITHOUT_LETTER', nodeIds: ['claim'] });
    expect(found?.example?.find(({ nodeId }) => nodeId === 'notice')?.outcome).not.toBe('sent');
  });

  it('are right when every way has a letter, also one just before the mark', () => {
    expect(lint(chain([announce(), mail('notice'), enough, claim()]))).toEqual([]);
    expect(lint(chain([mail('notice'), announce(), enough, claim()]))).toEqual([]);
  });

  it('do not count a letter of long before', () => {
    const old = chain([
      mail('notice'),
      waitFor('rest', 'previous-step', 3),
      announce(),
      enough,
      claim(),
    ]);
    expect(codes(lint(old))).toEqual(['LAW_COSTS_WITHOUT_LETTER']);
  });
});

describe('costs claimable before the term has run', () => {
  it('are found with days on which it goes wrong', () => {
    const [found] = lint(
      chain([announce(), mail('notice'), waitFor('w', 'previous-step', 14), claim()]),
    );
    // By mail on Tuesday 3 March 2026: the last day is Tuesday 17 March, so the 18th is the first.
    expect(found).toMatchObject({
      code: 'LAW_COSTS_CLAIMABLE_TOO_EARLY',
      severity: 'error',
      nodeIds: ['claim'],
      message: { params: { days: 14, neededDays: 20 } },
      fix: { params: { neededDays: 20 } },
      example: [
        { nodeId: 'start', outcome: 'started', on: '2026-03-03' },
        { nodeId: 'announce', outcome: 'changed', on: '2026-03-03' },
        { nodeId: 'notice', outcome: 'sent', on: '2026-03-03' },
        { nodeId: 'w', outcome: 'reached', on: '2026-03-17' },
        { nodeId: 'claim', outcome: 'changed', on: '2026-03-17' },
      ],
    });
  });

  it('are found when the term only fits on most days: a Saturday moves to Tuesday', () => {
    const [found] = lint(
      chain([announce(), mail('notice'), waitFor('w', 'previous-step', 15), claim()]),
    );
    const letter = found?.example?.find(({ nodeId }) => nodeId === 'notice');
    expect(found?.code).toBe('LAW_COSTS_CLAIMABLE_TOO_EARLY');
    expect(letter?.on).toBe('2026-03-07');
    expect(found?.example?.at(-1)?.on).toBe('2026-03-22');
  });

  it('are found when the wait counts from the due date: the letter may leave late', () => {
    const [found] = lint(
      chain([
        waitFor('first', 'due-date', 14),
        announce(),
        mail('notice'),
        waitFor('second', 'due-date', 40),
        claim(),
      ]),
    );
    expect(found?.code).toBe('LAW_COSTS_CLAIMABLE_TOO_EARLY');
  });

  it('are found when only one Ascension Day breaks them, years ahead', () => {
    const nineteen = waitFor('w', 'previous-step', 19);
    const [found] = lint(chain([announce(), mail('notice'), nineteen, claim()]));
    // Sent on 21 April 2027, fourteen days end on 5 May: Liberation Day, Ascension Day, the Friday that
    // is made equal to a holiday, and a weekend. The last day is Monday 10 May.
    expect(found?.example?.at(2)).toMatchObject({ nodeId: 'notice', on: '2027-04-21' });
    expect(found?.example?.at(-1)).toMatchObject({ nodeId: 'claim', on: '2027-05-10' });
  });

  it('are found by post with the days of a letter by mail, which is two days faster', () => {
    const post = link('notice', 'strangers.post-letter', { template: 'notice' }, { failed: 'end' });
    expect(codes(lint(chain([announce(), post, enough, claim()])))).toEqual([
      'LAW_COSTS_CLAIMABLE_TOO_EARLY',
    ]);
    const longer = waitFor('w', 'previous-step', 25);
    expect(lint(chain([announce(), post, longer, claim()]))).toEqual([]);
  });

  it('are right after twenty days, after a pause as long, and after a named step', () => {
    expect(lint(chain([announce(), mail('notice'), enough, claim()]))).toEqual([]);
    const pause = link('rest', 'timing.pause-debtor', { days: 20, reason: 'term' });
    expect(lint(chain([announce(), mail('notice'), pause, claim()]))).toEqual([]);
    const named = link('w', 'timing.wait-until', {
      pick: 'latest',
      anchors: [{ from: 'step', step: 'notice', days: 20 }],
    });
    const between = waitFor('week', 'previous-step', 7);
    expect(
      lint(chain([announce(), mail('notice'), between, mail('again'), named, claim()])),
    ).toEqual([]);
  });

  it('are right for a business at once, and wrong when the earliest of two days may be first', () => {
    const flow = chain([
      ask('business', 'claim.debtor.kind != "consumer"', { no: 'end' }),
      announce(),
      mail('notice'),
      claim(),
    ]);
    expect(lint(flow)).toEqual([]);
    const earliest = link('w', 'timing.wait-until', {
      pick: 'earliest',
      anchors: [
        { from: 'previous-step', days: 30 },
        { from: 'due-date', days: 10 },
      ],
    });
    expect(codes(lint(chain([announce(), mail('notice'), earliest, claim()])))).toEqual([
      'LAW_COSTS_CLAIMABLE_TOO_EARLY',
    ]);
  });
});
