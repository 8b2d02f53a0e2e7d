import { announce, ask, chain, claim, link, mail, staged, waitFor } from '../chain-flow.ts';
import { bare, BLOCKS, type LawCases, saying } from './law-case.ts';

const LETTER = 'art. 6:96 lid 6 BW';
const NOTICE = 'Betaal binnen 14 dagen na ontvangst, anders komen er incassokosten bij.';
const reminder = chain([mail('letter')]);
const onlyBusiness = ask('kind', 'claim.debtor.kind == "business"', { no: 'end' });
const toBusiness = chain([onlyBusiness, mail('letter')]);
const noticed = chain([announce(), mail('notice'), waitFor('w', 'previous-step', 20), claim()]);
const said = (text: string, en?: string) => ({ flow: noticed, letters: saying(text, en) });
const told = (text: string, en?: string) => ({ flow: reminder, letters: saying(text, en) });
const handingOver = chain([staged(mail('letter'), 1), link('away', 'strangers.hand-over')]);

/** The words of letters. */
export const letterCases: LawCases = {
  LAW_LETTER_LACKS_ANNOUNCEMENT: {
    article: LETTER,
    severity: 'error',
    fix: 'fix-term',
    triggers: {
      'nothing of costs': said('Wilt u nu betalen?'),
      'costs without a term': said('Anders komen er incassokosten bij.'),
      'not in its English': said(NOTICE, 'Please pay now.'),
    },
    nearMisses: {
      'costs and fourteen days': said(NOTICE),
      'the number twice, as lawyers write': said(
        'Betaal binnen veertien (14) dagen na ontvangst, anders volgen incassokosten.',
      ),
      'days of the calendar and costs out of court': said(
        'Betaal binnen 14 kalenderdagen nadat deze brief is bezorgd. Anders betaalt u ook buitengerechtelijke kosten.',
      ),
      'two weeks': said('Betaal binnen twee weken na ontvangst, anders volgen incassokosten.'),
      'when the claim says so': said(
        `{% if amounts.announcedCents > 0 %}${NOTICE}{% endif %}`,
        '{% if amounts.announcedCents > 0 %}Pay within 14 days of receiving this letter, or collection costs are added.{% endif %}',
      ),
      'a reminder before anything is announced': told('Wilt u nu betalen?'),
    },
  },
  LAW_LETTER_TERM_TOO_SHORT: {
    article: LETTER,
    severity: 'error',
    fix: 'fix-term',
    triggers: {
      'seven days': said('Betaal binnen 7 dagen na ontvangst, anders komen er incassokosten bij.'),
      'a week': said('Betaal binnen een week na ontvangst, anders volgen incassokosten.'),
      'ten days, written twice': said(
        'Betaal binnen 10 (tien) dagen na ontvangst, anders volgen incassokosten.',
      ),
      'thirteen days': said('Betaal binnen 13 dagen na ontvangst, anders volgen incassokosten.'),
    },
    nearMisses: {
      'fourteen days': said(NOTICE),
      'fifteen days': said(
        'Betaal binnen 15 dagen na ontvangst, anders komen er incassokosten bij.',
      ),
      'seven days in a letter that announces nothing': told('Betaal binnen 7 dagen.'),
    },
  },
  LAW_LETTER_TERM_FROM_ITS_DATE: {
    article: LETTER,
    severity: 'error',
    fix: 'fix-term',
    triggers: {
      'na dagtekening': said('Betaal binnen 14 dagen na dagtekening, anders volgen incassokosten.'),
      'na de datum van deze e-mail': said(
        'Betaal binnen 14 dagen na de datum van deze e-mail, anders volgen incassokosten.',
      ),
      'of the date of this letter': said(
        NOTICE,
        'Pay within 14 days of the date of this letter, or collection costs are added.',
      ),
    },
    nearMisses: {
      'from receipt': said(NOTICE),
      'a date of something else': said(`De datum van deze e-mail staat bovenaan. ${NOTICE}`),
      'of the day after receipt': said(
        'Betaal binnen 14 dagen vanaf de dag nadat u deze brief hebt ontvangen. Anders betaalt u ook incassokosten.',
      ),
    },
  },
  LAW_LETTER_LACKS_BLOCK: {
    article: 'art. 13 Wki; Besluit kwaliteit incassodienstverlening',
    severity: 'warning',
    fix: 'fix-blocks',
    triggers: {
      'an amount alone': { flow: reminder, letters: bare('Betaal {{ amounts.openCents }}.') },
      'no way to answer': {
        flow: reminder,
        letters: bare(BLOCKS.replace('{{ respondUrl }}', '')),
      },
      'no number in the register': {
        flow: reminder,
        letters: bare(BLOCKS.replace('{{ agency.registrationNumber }}', '')),
      },
    },
    nearMisses: {
      'everything there': told('Betaal alstublieft.'),
      'a phone number to answer': {
        flow: reminder,
        letters: bare(BLOCKS.replace('respondUrl', 'creditor.phone')),
      },
      'a letter that is not known here': reminder,
    },
  },
  LAW_THREAT_TOO_EARLY: {
    article: 'art. 6:193h lid 2 BW',
    severity: 'warning',
    fix: 'fix-words',
    triggers: {
      'a summons': told('Anders volgt een dagvaarding.'),
      'a gerechtsdeurwaarder': told('Anders komt de gerechtsdeurwaarder.'),
      'legal steps and wages': told('Wij nemen gerechtelijke stappen en leggen loonbeslag.'),
      'a bailiff, in its English': told('Betaal nu.', 'The bailiff will come.'),
      'in the name of a letter that is not known': chain([mail('letter', 'laatste-dagvaarding')]),
    },
    nearMisses: {
      'a hand-over lies behind it': {
        flow: handingOver,
        letters: saying('Anders volgt een dagvaarding.'),
      },
      'saying that it is none': told('Dit is geen dagvaarding. U hoeft niets te vrezen.'),
      'a note of its maker': told('{% comment %} nooit dagvaarding schrijven {% endcomment %}'),
      'words that only look alike': told(
        'We do this with courtesy. Gericht an Sie. Dagvaardingskosten zijn er niet.',
      ),
    },
  },
  LAW_LETTER_CHARGES_CONSUMER: {
    article: 'art. 6:96 lid 5 en 7 BW',
    severity: 'error',
    fix: 'fix-only-business',
    triggers: {
      'administration costs': told('Wij rekenen € 15 administratiekosten.'),
      'a late fee in its English': told('Betaal nu.', 'We add a late payment fee of € 5.'),
      'after words that deny something else': told(
        'Ontvangen wij geen betaling, dan rekenen wij € 15 sommatiekosten.',
      ),
      'a Mahngebühr': told('Plus eine Mahngebühr von 5 Euro.'),
    },
    nearMisses: {
      'there are none': told('U betaalt geen administratiekosten.'),
      'neither these nor others': told('U betaalt geen rente of administratiekosten.'),
      'they are not asked': told('Administratiekosten worden niet in rekening gebracht.'),
      'only businesses get it': {
        flow: toBusiness,
        letters: saying('Wij rekenen € 15 administratiekosten.'),
      },
    },
  },
  LAW_LETTER_INTEREST_KIND: {
    article: 'art. 6:119 en 6:119a BW',
    severity: 'error',
    fix: 'fix-only-business',
    triggers: {
      handelsrente: told('Ook de handelsrente loopt op.'),
      'commercial interest in its English': told('Betaal nu.', 'Commercial interest is added.'),
    },
    nearMisses: {
      'statutory interest': told('Ook de wettelijke rente loopt op.'),
      'saying that it is not asked': told('U betaalt geen handelsrente.'),
      'only businesses get it': {
        flow: toBusiness,
        letters: saying('Ook de handelsrente loopt op.'),
      },
    },
  },
};
