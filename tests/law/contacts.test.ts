import { describe, expect, it } from 'vitest';
import { announce, ask, call, chain, link, mail, waitFor } from './chain-flow.ts';
import { codes, lint } from './lint.ts';

const often = { maxContacts: { count: 10, days: 7 } };
const four = (days: number) => [
  mail('one'),
  waitFor('w1', 'previous-step', days),
  mail('two'),
  waitFor('w2', 'previous-step', days),
  mail('three'),
  waitFor('w3', 'previous-step', days),
  call('four'),
];

describe('contact more often than is careful', () => {
  it('is found when everything goes at its earliest, in a row and in a loop', () => {
    const [found, ...others] = lint(chain(four(2), { settings: often }));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'LAW_CONTACT_TOO_OFTEN',
      severity: 'warning',
      nodeIds: ['four'],
      message: { params: { count: 4, most: 3, days: 7 } },
    });
    // Tuesday 3, Thursday 5, Saturday 7 and Monday 9 March: four within seven days.
    expect(
      found?.example?.filter(({ nodeId }) => !nodeId.startsWith('w')).map((one) => one.on),
    ).toEqual(['2026-03-03', '2026-03-03', '2026-03-05', '2026-03-07', '2026-03-09']);

    const loop = chain(
      [
        mail('again'),
        waitFor('w', 'previous-step', 1),
        ask('more', 'claim.openCents > 1', { yes: 'again' }),
      ],
      { settings: often },
    );
    expect(codes(lint(loop))).toEqual(['LAW_CONTACT_TOO_OFTEN']);
  });

  it('is no matter when the setting of the flow or its waits keep them apart', () => {
    expect(lint(chain(four(2)))).toEqual([]);
    expect(lint(chain(four(3), { settings: often }))).toEqual([]);
  });

  it('counts what is done at once, also in one step', () => {
    const member = { type: 'reminders.send-email', version: 1, config: { template: 'a' } };
    const group = (id: string) => link(id, 'routing.run-together', { actions: [member, member] });
    const both = chain([group('one'), group('two')], { settings: often });
    expect(codes(lint(both))).toEqual(['LAW_CONTACT_TOO_OFTEN']);
  });
});

describe('contact outside the hours', () => {
  it('is told once of a flow that wants it, early or late', () => {
    for (const sendAt of ['22:00', '06:59', '20:00']) {
      expect(lint(chain([mail('a'), call('b')], { settings: { sendAt } }))).toMatchObject([
        { code: 'LAW_CONTACT_OUTSIDE_HOURS', severity: 'warning', message: { params: { sendAt } } },
      ]);
    }
  });

  it('is no matter at the edges, nor for a flow that contacts nobody', () => {
    for (const sendAt of ['07:00', '19:59']) {
      expect(lint(chain([mail('a')], { settings: { sendAt } }))).toEqual([]);
    }
    expect(lint(chain([announce()], { settings: { sendAt: '23:00' } }))).toEqual([]);
  });
});

describe('a step that reaches debtors behind the back of the engine', () => {
  const ungated = { type: 'strangers.ungated-letter', version: 1, config: {} };

  it('is found by itself and within a group: no dispute, plan or pause would hold it', () => {
    expect(lint(chain([link('letter', 'strangers.ungated-letter')]))).toMatchObject([
      { code: 'LAW_CONTACT_NOT_GUARDED', severity: 'error', nodeIds: ['letter'] },
    ]);
    const group = link('both', 'routing.run-together', { actions: [ungated] });
    expect(codes(lint(chain([group])))).toEqual(['LAW_CONTACT_NOT_GUARDED']);
  });

  it('is none when its type names a channel, or when it makes a task for a person', () => {
    expect(lint(chain([link('letter', 'strangers.post-letter')]))).toEqual([]);
    expect(lint(chain([link('task', 'tasks.create-task', { title: 'Bel' })]))).toEqual([]);
  });
});
