import { type Passage, type StepDeed } from '@inning/sdk';
import { AGGRESSION, CONSUMER_COSTS, CONTACT, COSTS_LETTER, INTEREST } from './articles.ts';
import { type Facts, LETTER, UNMARKED } from './facts.ts';
import type { Findings } from './findings.ts';
import type { TemplateReading } from './read-template.ts';

export type LetterRules = {
  readonly findings: Findings;
  readonly deed: StepDeed;
  readonly template: TemplateReading;
  readonly templateName: string;
  /** True when a court or bailiff may come later on this way. */
  readonly mayBeHandedOver: boolean;
  readonly isLast: boolean;
};

/** A letter left: what it says must be there, be true, and announce costs when the flow counts on it. */
export function writeLetter(facts: Facts, passage: Passage, rules: LetterRules): Facts {
  judgeWords(passage, rules);
  if (facts.kinds.includes('consumer')) judgeCharges(passage, rules);
  const { deed, template, isLast } = rules;
  const channel = deed.channel ?? 'mail';
  const { announces } = template;
  const isWarned = facts.isWarned || isLast;
  if (facts.costs === 'announced' && facts.letter === null) {
    if (announces === 'never') return lacksAnnouncement({ ...facts, isWarned }, passage, rules);
    judgeTerm(passage, rules);
    passage.mark(LETTER);
    return { ...facts, letter: channel, isWarned: true };
  }
  const mayAnnounce = announces === 'always' || announces === 'unknown';
  if (facts.costs !== 'none' || !mayAnnounce) return { ...facts, isWarned };
  passage.mark(UNMARKED);
  return { ...facts, unmarkedLetter: channel, isWarned };
}

function judgeWords(passage: Passage, rules: LetterRules): void {
  const { findings, template, templateName, mayBeHandedOver } = rules;
  const node = passage.step.id;
  const about = { nodeIds: [node], severity: 'warning' } as const;
  if (template.threat && !mayBeHandedOver) {
    const params = { node, template: templateName, ...template.threat };
    const fix = { code: 'fix-words', params: { word: template.threat.word } };
    const code = 'LAW_THREAT_TOO_EARLY';
    findings.add({ ...about, code, article: AGGRESSION, params, fix }, passage);
  }
  if (template.lacks) {
    const { language, what } = template.lacks;
    const params = { node, template: templateName, language, what: what.join(', ') };
    const fix = { code: 'fix-blocks', params: { what: params.what } };
    const code = 'LAW_LETTER_LACKS_BLOCK';
    findings.add({ ...about, code, article: CONTACT, params, fix }, passage);
  }
}

/** What is asked of somebody who may be a consumer. */
function judgeCharges(passage: Passage, { findings, template, templateName }: LetterRules): void {
  const node = passage.step.id;
  const rules = [
    ['LAW_LETTER_CHARGES_CONSUMER', CONSUMER_COSTS, template.charge],
    ['LAW_LETTER_INTEREST_KIND', INTEREST, template.interest],
  ] as const;
  for (const [code, article, found] of rules) {
    if (!found) continue;
    const params = { node, template: templateName, ...found };
    const fix = { code: 'fix-only-business' };
    findings.add({ code, severity: 'error', article, nodeIds: [node], params, fix }, passage);
  }
}

function judgeTerm(passage: Passage, { findings, template, templateName }: LetterRules): void {
  if (!template.flaw) return;
  const node = passage.step.id;
  const { language, what } = template.flaw;
  findings.add(
    {
      code: what === 'days' ? 'LAW_LETTER_TERM_TOO_SHORT' : 'LAW_LETTER_TERM_FROM_ITS_DATE',
      severity: 'error',
      article: COSTS_LETTER,
      nodeIds: [node],
      params: { node, template: templateName, language },
      fix: { code: 'fix-term' },
    },
    passage,
  );
}

function lacksAnnouncement(facts: Facts, passage: Passage, rules: LetterRules): Facts {
  const node = passage.step.id;
  rules.findings.add(
    {
      code: 'LAW_LETTER_LACKS_ANNOUNCEMENT',
      severity: 'error',
      article: COSTS_LETTER,
      nodeIds: [node],
      params: { node, template: rules.templateName },
      fix: { code: 'fix-term' },
    },
    passage,
  );
  // Said once here, and not again at every step that counts on the letter.
  passage.mark(LETTER);
  return { ...facts, letter: rules.deed.channel ?? 'mail' };
}
