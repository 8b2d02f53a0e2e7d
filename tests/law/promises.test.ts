import { readFile } from 'node:fs/promises';
import { parseFlow } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { createLetterSources } from '../../core/documents/templates/letter-sources.ts';
import { call, chain, link, mail, staged, waitFor } from './chain-flow.ts';
import { codes, lint } from './lint.ts';

const shipped = (name: string) => readFile(`templates/flows/${name}.flow.json`, 'utf8');
const letters = createLetterSources('templates/messages');

describe('what the description of a flow promises', () => {
  it.each(['friendly', 'neutral', 'strict'])('is kept by %s as it ships', async (name) => {
    expect(lint(parseFlow(await shipped(name)), letters)).toEqual([]);
  });

  it('was broken by a Strict that did not wait for the invoice date', async () => {
    const flow = parseFlow(await shipped('strict'));
    flow.nodes['wait-reminder-1']!.config = {
      pick: 'latest',
      anchors: [{ from: 'due-date', days: 7 }],
    };
    const [found] = lint(flow, letters);
    expect(found).toMatchObject({ code: 'LAW_PROMISE_BROKEN', nodeIds: ['reminder-1'] });
    expect(found?.message.params?.['days']).toBe(30);
    // An invoice of 16 February 2026 with a term of 14 days: the reminder leaves on the 21st day.
    expect(found?.example?.at(-1)).toMatchObject({ nodeId: 'reminder-1', on: '2026-03-09' });
  });

  it('is broken by the earliest of two days, by a later letter, and by a call', () => {
    const description = { en: 'Never before 30 days after the invoice date.' };
    const earliest = link('w', 'timing.wait-until', {
      pick: 'earliest',
      anchors: [
        { from: 'invoice-date', days: 30 },
        { from: 'due-date', days: 3 },
      ],
    });
    expect(codes(lint(chain([earliest, mail('a')], { description })))).toEqual([
      'LAW_PROMISE_BROKEN',
    ]);

    const series = [
      staged(mail('one'), 1),
      waitFor('w1', 'previous-step', 7),
      staged(mail('two'), 2),
      waitFor('w2', 'previous-step', 3),
      call('ring'),
    ];
    const nl = (text: string) => ({ description: { en: 'A flow.', nl: text } });
    const broken = chain(series, nl('Herinnering 2 na 14 dagen, bellen na 7 dagen.'));
    expect(lint(broken).map(({ code, nodeIds }) => `${code} ${nodeIds[0]}`)).toEqual([
      'LAW_PROMISE_BROKEN two',
      'LAW_PROMISE_BROKEN ring',
    ]);
    expect(lint(chain(series, nl('Herinnering 2 na 7 dagen, bellen na 3 dagen.')))).toEqual([]);
  });

  it('is kept by a longer wait, and by nothing that cannot be read as a promise', () => {
    const later = chain([waitFor('w', 'invoice-date', 31), mail('a')], {
      description: { en: 'Nooit', nl: 'Nooit voor 30 dagen na de factuurdatum.' },
    });
    expect(lint(later)).toEqual([]);
    const prose =
      'For debtors who pay within 60 days; the average term + 90 days after the invoice date.';
    expect(lint(chain([mail('a')], { description: { en: prose } }))).toEqual([]);
  });
});
