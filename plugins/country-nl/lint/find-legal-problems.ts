import {
  type Country,
  explorePaths,
  type FlowQuestion,
  isContact,
  message,
  type Passage,
  type Problem,
  reachableFrom,
  readStep,
  type StepDeed,
  type StepReading,
} from '@inning/sdk';
import type { TermPractice } from '../letter/compute-claimable.ts';
import { COSTS_LETTER } from './articles.ts';
import {
  CAREFUL_CONTACTS,
  type ContactPractice,
  contactsRemembered,
  isDone,
  reach,
} from './contact-rules.ts';
import { chargeInterest, chargeOther } from './charge-rules.ts';
import { announce, makeClaimable } from './cost-rules.ts';
import { createTermLengths } from './days-needed.ts';
import { createDuties } from './duty-rules.ts';
import { contactMoment, type Facts, FACTS_AT_START, LETTER, UNMARKED } from './facts.ts';
import { createFindings } from './findings.ts';
import { writeLetter } from './letter-rules.ts';
import { keepPromises } from './promise-rules.ts';
import { afterTest, afterWait } from './learn.ts';
import { readPromises } from './read-promises.ts';
import { readTemplate } from './read-template.ts';

export type LintPractice = { readonly term?: TermPractice; readonly contacts?: ContactPractice };

/** What was not looked at cannot be said to keep the law. */
const NOT_JUDGED: Problem = {
  code: 'LAW_NOT_JUDGED',
  severity: 'error',
  article: COSTS_LETTER,
  nodeIds: [],
  message: message('country-nl.LAW_NOT_JUDGED'),
};

/** A weekday on which nothing is closed: its hours are those of every day on which contact is allowed. */
const USUAL_DAY = '2026-03-03';

/** The rules for flows of a country with that calendar. */
export function createLegalLint(
  calendar: Pick<Country, 'holiday' | 'contactWindow'>,
  { term = {}, contacts = CAREFUL_CONTACTS }: LintPractice,
): (question: FlowQuestion) => readonly Problem[] {
  const windowOn = (day: string) =>
    calendar.contactWindow({ day, channel: 'mail', debtorKind: 'consumer' });
  const terms = createTermLengths(term, (day) => windowOn(day) !== null);
  const window = windowOn(USUAL_DAY) ?? { from: 0, to: 24 * 60 };

  return (question) => {
    const { flow, catalogue, today } = question;
    const findings = createFindings(today, calendar);
    const promises = readPromises(flow);
    const duties = createDuties(question, findings);
    const remembered = contactsRemembered(flow.settings, contacts);
    const rules = { findings, settings: flow.settings, contacts, window, term, terms, remembered };
    const templates = readTemplates(question);
    const ahead = lookAhead(question);
    const reached = Array.from({ length: remembered }, (_, back) => contactMoment(back + 1));

    const isJudged = explorePaths<Facts>(flow, catalogue, {
      start: FACTS_AT_START,
      moments: [LETTER, UNMARKED, ...reached],
      pass(facts, passage) {
        const { step, outcome } = passage;
        duties.atStep(passage);
        const known = step.wait ? { ...facts, ...afterWait(step.wait) } : facts;
        return step.deeds.reduce<Facts | null>((now, deed) => {
          if (now === null) return null;
          if (deed.does === 'test-claim') return afterTest(now, deed, outcome);
          return isDone(deed, outcome) ? act(now, passage, deed) : now;
        }, known);
      },
    });
    return isJudged ? findings.list() : [NOT_JUDGED, ...findings.list()];

    function act(facts: Facts, passage: Passage, deed: StepDeed): Facts {
      if (deed.does === 'announce-costs') return announce(facts, passage, rules);
      if (deed.does === 'make-costs-claimable') return makeClaimable(facts, passage, rules);
      if (deed.does === 'hand-over') return duties.handOver(facts, passage);
      if (deed.does === 'charge-other') return chargeOther(facts, passage, findings);
      if (deed.does === 'charge-interest')
        return chargeInterest(facts, passage, { findings, deed });
      if (!isContact(deed)) return facts;
      duties.beforeContact(facts, passage);
      keepPromises(facts, passage, { promises, findings, deed });
      const reached = reach(facts, passage, { ...rules, deed });
      if (deed.does !== 'send-letter') return reached;
      const templateName = String(deed.value ?? '');
      const letter = { templateName, template: templates(templateName), ...ahead.of(passage.step) };
      return writeLetter(reached, passage, { findings, deed, ...letter });
    }
  };
}

function readTemplates({ letters }: FlowQuestion) {
  const read = new Map<string, ReturnType<typeof readTemplate>>();
  return (name: string) => {
    const known = read.get(name) ?? readTemplate(name, letters);
    read.set(name, known);
    return known;
  };
}

/** What lies ahead of a step, and which letter of the series is the last. */
function lookAhead({ flow, catalogue }: FlowQuestion) {
  const steps = Object.entries(flow.nodes).map(([id, node]) => readStep(id, node, catalogue));
  const handOvers = steps.filter(({ deeds }) => deeds.some(({ does }) => does === 'hand-over'));
  const reached = new Map<string, Set<string>>();
  const lastStage = Math.max(0, ...steps.map(({ stage }) => stage ?? 0));
  return {
    of: ({ id, stage }: Pick<StepReading, 'id' | 'stage'>) => ({
      mayBeHandedOver: mayBeHandedOver(id),
      isLast: handOvers.length > 0 && stage === lastStage,
    }),
  };

  function mayBeHandedOver(id: string): boolean {
    if (handOvers.length === 0) return false;
    const from = reached.get(id) ?? reachableFrom(flow, [id]);
    reached.set(id, from);
    return handOvers.some((step) => from.has(step.id));
  }
}
