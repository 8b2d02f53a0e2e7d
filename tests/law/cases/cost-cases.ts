import { announce, anchor, ask, chain, claim, link, mail, waitFor } from '../chain-flow.ts';
import type { LawCases } from './law-case.ts';

const LETTER = 'art. 6:96 lid 6 BW';
const term = (days: number) => waitFor('term', 'previous-step', days);
const onlyBusiness = ask('kind', 'claim.debtor.kind == "business"', { no: 'end' });
const post = link('notice', 'strangers.post-letter', { template: 'notice' }, { failed: 'end' });
const unreached = link('notice', 'reminders.send-email', { template: 'notice' });
const both = (template = 'notice') => [
  { type: 'reminders.send-email', version: 1, config: { template } },
  { type: 'collection-costs.set-cost-state', version: 1, config: { state: 'announced' } },
];
const atOnce = (to = {}) => link('both', 'routing.run-together', { actions: both() }, to);
const silent = { type: 'strangers.silent-costs', version: 1, config: {} };
const isNone = 'claim.costState == "none"';

/** Costs of collecting: announced after the due day, by a letter, and claimed after its term. */
export const costCases: LawCases = {
  LAW_COSTS_NOT_ANNOUNCED: {
    article: LETTER,
    severity: 'error',
    fix: 'fix-announce',
    triggers: {
      'never announced': chain([mail('reminder'), term(20), claim()]),
      'a condition passes it by': chain([
        ask('large', 'claim.openCents > 10000', { no: 'term' }),
        announce(),
        mail('notice'),
        term(20),
        claim(),
      ]),
      'a list of kinds with consumers in it': chain([
        ask('kind', 'claim.debtor.kind in ["business", "consumer"]', { no: 'end' }),
        claim(),
      ]),
      'businesses, or whoever owes much': chain([
        ask('kind', 'claim.debtor.kind == "business" || claim.openCents > 100000', { no: 'end' }),
        claim(),
      ]),
      'a denied comparison that lets consumers pass': chain([
        ask('kind', '!(claim.debtor.kind == "business")', { no: 'end' }),
        claim(),
      ]),
      'a condition that may let nothing announced pass': chain([
        ask('told', 'claim.costState != "claimable"', { no: 'end' }),
        claim(),
      ]),
    },
    nearMisses: {
      'announced on every way': chain([announce(), mail('notice'), term(20), claim()]),
      'only businesses come by': chain([onlyBusiness, claim()]),
      'only businesses of two kinds, as a list': chain([
        ask('kind', 'claim.debtor.kind in ["business", "sole-trader"]', { no: 'end' }),
        claim(),
      ]),
      'whoever is not a consumer': chain([
        ask('kind', '!(claim.debtor.kind == "consumer")', { no: 'end' }),
        claim(),
      ]),
      'either of two kinds of business': chain([
        ask('kind', 'claim.debtor.kind == "business" || claim.debtor.kind == "sole-trader"', {
          no: 'end',
        }),
        claim(),
      ]),
      'a large business': chain([
        ask(
          'kind',
          '(claim.debtor.kind == "business" || claim.debtor.kind == "sole-trader") && claim.openCents > 5000',
          { no: 'end' },
        ),
        claim(),
      ]),
      'a condition lets only announced costs pass': chain([
        ask('told', 'claim.costState == "announced"', { no: 'end' }),
        claim(),
      ]),
    },
  },
  LAW_COSTS_WITHOUT_LETTER: {
    article: LETTER,
    severity: 'error',
    fix: 'fix-letter',
    triggers: {
      'no letter at all': chain([announce(), term(20), claim()]),
      'a step that does both at once goes on when one of them failed': chain([
        atOnce(),
        term(20),
        claim(),
      ]),
      'the letter could not be delivered': chain([announce(), unreached, term(20), claim()]),
      'the letter left long before the mark': chain([
        mail('notice'),
        waitFor('rest', 'previous-step', 3),
        announce(),
        term(20),
        claim(),
      ]),
    },
    nearMisses: {
      'every way on which no letter left ends': chain([
        announce(),
        mail('notice'),
        term(20),
        claim(),
      ]),
      'the letter left just before the mark': chain([
        mail('notice'),
        announce(),
        term(20),
        claim(),
      ]),
      'a step that does both at once': chain([
        atOnce({ 'partly-failed': 'end' }),
        term(20),
        claim(),
      ]),
      'nothing is ever claimed': chain([announce(), term(20)]),
    },
  },
  LAW_COSTS_CLAIMABLE_TOO_EARLY: {
    article: LETTER,
    severity: 'error',
    fix: 'fix-wait',
    triggers: {
      'fourteen days behind a step that does both at once': chain([
        atOnce({ 'partly-failed': 'end' }),
        term(14),
        claim(),
      ]),
      'fourteen days by mail': chain([announce(), mail('notice'), term(14), claim()]),
      'nineteen days, which one Ascension Day breaks': chain([
        announce(),
        mail('notice'),
        term(19),
        claim(),
      ]),
      'twenty days by post': chain([announce(), post, term(20), claim()]),
      'counted from the due date': chain([
        announce(),
        mail('notice'),
        waitFor('w', 'due-date', 40),
        claim(),
      ]),
    },
    nearMisses: {
      'twenty days by mail': chain([announce(), mail('notice'), term(20), claim()]),
      'twenty-five days by post': chain([announce(), post, term(25), claim()]),
      'the later of two days': chain([
        announce(),
        mail('notice'),
        link('w', 'timing.wait-until', {
          pick: 'latest',
          anchors: [anchor('due-date', 3), anchor('previous-step', 20)],
        }),
        claim(),
      ]),
      'a business, at once': chain([onlyBusiness, announce(), mail('notice'), claim()]),
    },
  },
  LAW_COSTS_ANNOUNCED_BEFORE_DUE: {
    article: LETTER,
    severity: 'warning',
    alsoSeverity: 'error',
    fix: 'fix-after-due',
    triggers: {
      'three days before': chain([waitFor('w', 'due-date', -3), announce(), mail('notice')]),
      'on the day itself': chain([waitFor('w', 'due-date', 0), announce(), mail('notice')]),
      'the later of two days that both come before': chain([
        link('w', 'timing.wait-until', {
          pick: 'latest',
          anchors: [anchor('due-date', -2), anchor('due-date', -1)],
        }),
        announce(),
        mail('notice'),
      ]),
    },
    nearMisses: {
      'the day after': chain([waitFor('w', 'due-date', 1), announce(), mail('notice')]),
      'a reminder on the day, that announces nothing': chain([
        waitFor('w', 'due-date', 0),
        mail('reminder'),
      ]),
      'a wait behind the early one': chain([
        waitFor('early', 'due-date', 0),
        mail('reminder'),
        waitFor('late', 'due-date', 7),
        announce(),
        mail('notice'),
      ]),
    },
  },
  LAW_COSTS_ANNOUNCED_TWICE: {
    article: LETTER,
    severity: 'warning',
    fix: 'fix-once',
    triggers: {
      'in a row': chain([announce(), mail('notice'), term(20), announce('again'), mail('second')]),
      'in a loop': chain([
        announce(),
        mail('notice'),
        term(20),
        ask('more', 'claim.openCents > 5000', { yes: 'announce' }),
      ]),
      'on the way of two that does both': chain([
        ask('large', 'claim.openCents > 5000', { no: 'again' }),
        announce(),
        mail('notice'),
        term(20),
        announce('again'),
        mail('second'),
      ]),
    },
    nearMisses: {
      'on two ways that never meet': chain([
        ask('large', 'claim.openCents > 5000', { no: 'small' }),
        { ...announce('large-one'), to: { changed: 'notice', unchanged: 'notice' } },
        announce('small'),
        mail('notice'),
      ]),
      'when the first no longer stands': chain([
        announce(),
        mail('notice'),
        term(20),
        ask('reset', isNone, { no: 'end' }),
        announce('again'),
        mail('second'),
      ]),
      'once, with a second letter': chain([announce(), mail('notice'), term(20), mail('second')]),
    },
  },
  LAW_STEP_NOT_DECLARED: {
    article: LETTER,
    severity: 'error',
    fix: 'fix-other-step',
    triggers: {
      'a step by itself': chain([link('silent', 'strangers.silent-costs')]),
      'a step in a group': chain([link('group', 'routing.run-together', { actions: [silent] })]),
    },
    nearMisses: {
      'a step that says so, used rightly': chain([announce(), mail('notice'), term(20), claim()]),
      'a step that asks for no costs': chain([
        link('task', 'tasks.create-task', { title: 'Kijk' }),
      ]),
    },
  },
};
