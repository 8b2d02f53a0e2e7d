import type { FlowDocument } from '@inning/sdk';
import { ask, call, chain, link, mail, staged, waitFor, announce } from '../chain-flow.ts';
import type { LawCases } from './law-case.ts';

const RESTRAINT = 'art. 13 Wki; Besluit kwaliteit incassodienstverlening';
const CHARGES = 'art. 6:96 lid 5 en 7 BW';
const INTEREST = 'art. 6:119 en 6:119a BW';
const onlyBusiness = ask('kind', 'claim.debtor.kind == "business"', { no: 'end' });
const noConsumers = ask('kind', 'claim.debtor.kind != "consumer"', { no: 'end' });
const onlyConsumers = ask('kind', 'claim.debtor.kind == "consumer"', { no: 'end' });
const fee = link('fee', 'strangers.charge-fee');
const interest = (kind: string) => link('interest', 'strangers.charge-interest', { kind });
const handOver = link('away', 'strangers.hand-over');
const often = { settings: { maxContacts: { count: 10, days: 7 } } };
const at = (sendAt: string) => ({ settings: { sendAt } });
const four = (days: number) => [
  mail('one'),
  waitFor('w1', 'previous-step', days),
  mail('two'),
  waitFor('w2', 'previous-step', days),
  mail('three'),
  waitFor('w3', 'previous-step', days),
  call('four'),
];
const handed = [
  staged(mail('notice'), 1),
  waitFor('week', 'previous-step', 7),
  handOver,
  waitFor('later', 'previous-step', 7),
];
const ending = (flow: FlowDocument, goals: FlowDocument['goals']): FlowDocument => ({
  ...flow,
  goals: [...goals],
});
const ungated = { type: 'strangers.ungated-letter', version: 1, config: {} };
const promising = (en: string) => ({ description: { en } });

/** How a debtor is treated: what is charged, how often there is contact, when it ends. */
export const debtorCases: LawCases = {
  LAW_CONSUMER_CHARGED: {
    article: CHARGES,
    severity: 'error',
    fix: 'fix-only-business',
    triggers: {
      'somebody of any kind': chain([fee]),
      'all but sole traders': chain([
        ask('kind', 'claim.debtor.kind != "sole-trader"', { no: 'end' }),
        fee,
      ]),
    },
    nearMisses: {
      'only businesses': chain([onlyBusiness, fee]),
      'all but consumers': chain([noConsumers, fee]),
    },
  },
  LAW_INTEREST_OF_WRONG_KIND: {
    article: INTEREST,
    severity: 'error',
    alsoSeverity: 'warning',
    fix: 'fix-by-debtor',
    triggers: {
      'commercial interest of anybody': chain([interest('commercial')]),
      'commercial interest of consumers': chain([onlyConsumers, interest('commercial')]),
      'statutory interest of businesses, which is too little': chain([
        onlyBusiness,
        interest('consumer'),
      ]),
    },
    nearMisses: {
      'by the debtor': chain([interest('by-debtor')]),
      'commercial interest of businesses': chain([noConsumers, interest('commercial')]),
      'statutory interest of consumers': chain([onlyConsumers, interest('consumer')]),
    },
  },
  LAW_KINDS_TREATED_ALIKE: {
    article: INTEREST,
    severity: 'warning',
    fix: 'fix-by-debtor',
    triggers: {
      'statutory interest of anybody': chain([interest('consumer')]),
      'of consumers and sole traders': chain([
        ask('kind', 'claim.debtor.kind == "business"', { yes: 'end' }),
        interest('consumer'),
      ]),
    },
    nearMisses: {
      'by the debtor': chain([interest('by-debtor')]),
      'each kind its own': chain([
        ask('kind', 'claim.debtor.kind == "consumer"', { no: 'commercial' }),
        link('statutory', 'strangers.charge-interest', { kind: 'consumer' }, { done: 'end' }),
        link('commercial', 'strangers.charge-interest', { kind: 'commercial' }),
      ]),
    },
  },
  LAW_CONTACT_OUTSIDE_HOURS: {
    article: RESTRAINT,
    severity: 'warning',
    fix: 'fix-hours',
    triggers: {
      'at night': chain([mail('a')], at('22:00')),
      'a minute too early': chain([mail('a')], at('06:59')),
      'a minute too late': chain([call('a')], at('20:00')),
    },
    nearMisses: {
      'the first minute': chain([mail('a')], at('07:00')),
      'the last minute': chain([call('a')], at('19:59')),
      'a flow that contacts nobody': chain([announce()], at('23:00')),
    },
  },
  LAW_CONTACT_TOO_OFTEN: {
    article: RESTRAINT,
    severity: 'warning',
    fix: 'fix-contacts',
    triggers: {
      'four in seven days': chain(four(2), often),
      'a loop of every day': chain(
        [
          mail('again'),
          waitFor('w', 'previous-step', 1),
          ask('more', 'claim.openCents > 1', { yes: 'again' }),
        ],
        often,
      ),
    },
    nearMisses: {
      'four in ten days': chain(four(3), often),
      'the setting of the flow keeps them apart': chain(four(2)),
      'three in seven days': chain(four(2).slice(0, 5), often),
    },
  },
  LAW_CONTACT_NOT_GUARDED: {
    article: RESTRAINT,
    severity: 'error',
    fix: 'fix-other-step',
    triggers: {
      'a letter without a channel': chain([link('letter', 'strangers.ungated-letter')]),
      'one within a group': chain([link('both', 'routing.run-together', { actions: [ungated] })]),
      'a step that asks for mail and says nothing': chain([link('m', 'strangers.silent-mail')]),
    },
    nearMisses: {
      'a letter by post': chain([link('letter', 'strangers.post-letter')]),
      'a task for a person': chain([link('task', 'tasks.create-task', { title: 'Bel' })]),
    },
  },
  LAW_STOP_NOT_EXCLUDED: {
    article: RESTRAINT,
    severity: 'warning',
    fix: 'fix-goals',
    triggers: {
      'it never ends': ending(chain([mail('one')]), []),
      'it goes on after a write-off': ending(chain([call('one')]), ['paid', 'handed-over']),
    },
    nearMisses: {
      'it ends at all three': ending(chain([mail('one')]), ['paid', 'written-off', 'handed-over']),
      'it reaches nobody': ending(chain([announce()]), []),
    },
  },
  LAW_CONTACT_AFTER_HAND_OVER: {
    article: RESTRAINT,
    severity: 'error',
    fix: 'fix-goals',
    triggers: {
      'a mail': ending(chain([...handed, mail('again')]), ['paid', 'written-off']),
      'a call': ending(chain([...handed, call('again')]), ['paid', 'written-off']),
    },
    nearMisses: {
      'the flow ends when a case is handed over': chain([...handed, mail('again')]),
      'only a task comes behind it': ending(
        chain([...handed, link('task', 'tasks.create-task', { title: 'Kijk' })]),
        ['paid', 'written-off', 'handed-over'],
      ),
    },
  },
  LAW_HANDED_OVER_UNWARNED: {
    article: 'art. 6:82 BW',
    severity: 'error',
    fix: 'fix-last-notice',
    triggers: {
      'no letter at all': chain([waitFor('w', 'due-date', 30), handOver]),
      'only the first of two letters': chain([
        staged(mail('first'), 1),
        waitFor('w', 'previous-step', 20),
        ask('large', 'claim.openCents > 5000', { yes: 'away' }),
        staged(mail('second'), 2),
        waitFor('w2', 'previous-step', 20),
        handOver,
      ]),
      'the announcing letter was not delivered': chain([
        announce(),
        link('notice', 'reminders.send-email', { template: 'notice' }),
        waitFor('w', 'previous-step', 20),
        handOver,
      ]),
    },
    nearMisses: {
      'after the last letter of the series': chain([
        staged(mail('first'), 1),
        waitFor('w', 'previous-step', 20),
        staged(mail('second'), 2),
        waitFor('w2', 'previous-step', 20),
        handOver,
      ]),
      'after a letter that announced costs': chain([
        announce(),
        mail('notice'),
        waitFor('w', 'previous-step', 20),
        handOver,
      ]),
    },
  },
  LAW_PROMISE_BROKEN: {
    article: 'art. 6:2 BW',
    severity: 'error',
    fix: 'fix-promise',
    triggers: {
      'a letter before its day': chain(
        [waitFor('w', 'due-date', 3), mail('a')],
        promising('Never before 30 days after the due date.'),
      ),
      'a second letter before its day': chain(
        [staged(mail('one'), 1), waitFor('w', 'previous-step', 7), staged(mail('two'), 2)],
        promising('Reminder 2 after 14 days.'),
      ),
    },
    nearMisses: {
      'on the promised day': chain(
        [waitFor('w', 'due-date', 30), mail('a')],
        promising('Never before 30 days after the due date.'),
      ),
      'words that are no such promise': chain(
        [mail('a')],
        promising('For debtors who pay within 60 days; the average term + 90 days.'),
      ),
    },
  },
};
