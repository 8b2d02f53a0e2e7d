import { type LetterSources } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { createLetterSources } from '../../core/documents/templates/letter-sources.ts';
import { announce, chain, claim, link, mail, waitFor } from './chain-flow.ts';
import { codes, lint } from './lint.ts';

const BLOCKS =
  '{{ creditor.name }} {% for invoice in invoices %}{{ invoice.number }}{% endfor %} {{ amounts.openCents }} {{ respondUrl }} {{ agency.registrationNumber }} {{ agency.complaints }}';
const NOTICE = 'Betaal binnen 14 dagen na ontvangst, anders komen er incassokosten bij.';

/** One letter by any name, in Dutch and, when given, in English. */
const saying = (nl: string, en?: string): LetterSources => ({
  find: () => [
    { language: 'nl', text: nl },
    ...(en === undefined ? [] : [{ language: 'en' as const, text: en }]),
  ],
});

const reminder = chain([mail('reminder')]);
const noticed = chain([announce(), mail('notice'), waitFor('w', 'previous-step', 20), claim()]);

describe('threats', () => {
  it('are found in any language, and in the name of a letter that is not known', () => {
    expect(lint(reminder, saying(`${BLOCKS} Anders volgt een dagvaarding.`))).toMatchObject([
      {
        code: 'LAW_THREAT_TOO_EARLY',
        article: 'art. 6:193h lid 2 BW',
        message: { params: { word: 'dagvaarding', language: 'nl' } },
      },
    ]);
    expect(codes(lint(reminder, saying(BLOCKS, `${BLOCKS} The bailiff will come.`)))).toEqual([
      'LAW_THREAT_TOO_EARLY',
    ]);
    expect(codes(lint(chain([mail('letter', 'laatste-dagvaarding')])))).toEqual([
      'LAW_THREAT_TOO_EARLY',
    ]);
  });

  it('are none when the case may be handed over behind it, nor in words that only look alike', () => {
    const ahead = chain([
      { ...mail('notice'), node: { ...mail('notice').node, stage: 1 } },
      link('away', 'strangers.hand-over'),
    ]);
    expect(lint(ahead, saying(`${BLOCKS} Anders volgt een dagvaarding.`))).toEqual([]);
    const alike = 'We do this with courtesy. Gericht an Sie. Dagvaardingskosten zijn er niet.';
    expect(lint(reminder, saying(`${BLOCKS} ${alike}`))).toEqual([]);
  });
});

describe('what a letter must have', () => {
  it('is missed by name and language', () => {
    expect(lint(reminder, saying('Betaal nu. {{ amounts.openCents }}'))).toMatchObject([
      {
        code: 'LAW_LETTER_LACKS_BLOCK',
        nodeIds: ['reminder'],
        message: {
          params: {
            what: 'creditor.name, invoice.number, respondUrl, agency.registrationNumber, agency.complaints',
            language: 'nl',
          },
        },
      },
    ]);
    const noWay = BLOCKS.replace('{{ respondUrl }}', '');
    expect(codes(lint(reminder, saying(BLOCKS, noWay)))).toEqual(['LAW_LETTER_LACKS_BLOCK']);
  });

  it('is there in other words too, and not asked of letters that are not known', () => {
    expect(lint(reminder, saying(BLOCKS.replace('respondUrl', 'creditor.phone')))).toEqual([]);
    expect(lint(reminder)).toEqual([]);
  });
});

describe('the letter that announces costs', () => {
  it('is worthless without costs, with a shorter term, or counted from its own date', () => {
    expect(codes(lint(noticed, saying(`${BLOCKS} Wilt u nu betalen?`)))).toEqual([
      'LAW_LETTER_LACKS_ANNOUNCEMENT',
    ]);
    const short = `${BLOCKS} Betaal binnen 7 dagen na ontvangst, anders komen er incassokosten bij.`;
    expect(codes(lint(noticed, saying(short)))).toEqual(['LAW_LETTER_TERM_TOO_SHORT']);
    const dated = `${BLOCKS} Betaal binnen 14 dagen na dagtekening, anders komen er incassokosten bij.`;
    expect(codes(lint(noticed, saying(dated)))).toEqual(['LAW_LETTER_TERM_FROM_ITS_DATE']);
    const english = `${BLOCKS} Please pay now.`;
    expect(codes(lint(noticed, saying(`${BLOCKS} ${NOTICE}`, english)))).toEqual([
      'LAW_LETTER_LACKS_ANNOUNCEMENT',
    ]);
  });

  it('is right with costs and fourteen days, always or when they are announced', () => {
    expect(lint(noticed, saying(`${BLOCKS} ${NOTICE}`))).toEqual([]);
    const marked = `${BLOCKS} {% if amounts.announcedCents > 0 %}${NOTICE}{% endif %}`;
    expect(lint(noticed, saying(marked))).toEqual([]);
    // Nobody counts on this letter to announce anything.
    expect(lint(reminder, saying(`${BLOCKS} Betaal binnen 7 dagen.`))).toEqual([]);
  });

  it('does not announce before the mark when it only speaks of costs that are marked', () => {
    const marked = `${BLOCKS} {% if amounts.costState == 'announced' %}${NOTICE}{% endif %}`;
    const first = chain([mail('notice'), announce(), waitFor('w', 'previous-step', 20), claim()]);
    expect(codes(lint(first, saying(marked)))).toEqual(['LAW_COSTS_WITHOUT_LETTER']);
    expect(lint(first, saying(`${BLOCKS} ${NOTICE}`))).toEqual([]);
  });

  it('is right with the letters that ship', () => {
    const shipped = createLetterSources('templates/messages');
    for (const template of ['first-reminder', 'second-reminder', 'final-reminder']) {
      const flow = chain([
        announce(),
        mail('notice', template),
        waitFor('w', 'previous-step', 20),
        claim(),
      ]);
      expect(lint(flow, shipped)).toEqual([]);
    }
  });
});
