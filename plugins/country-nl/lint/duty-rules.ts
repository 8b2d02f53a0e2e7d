import type { FlowQuestion, Passage } from '@inning/sdk';
import { CONTACT, COSTS_LETTER, DEFAULT, RESTRAINT } from './articles.ts';
import type { Facts } from './facts.ts';
import type { Findings } from './findings.ts';

/** What ends a debt or takes it out of our hands; a flow that goes on behind it would ask for nothing. */
const ENDS = ['paid', 'written-off', 'handed-over'] as const;

/** What holds for the flow as a whole, said at the first step at which it matters. */
export function createDuties({ flow }: Pick<FlowQuestion, 'flow'>, findings: Findings) {
  const missing = ENDS.filter((goal) => !flow.goals.includes(goal));
  const endsAtHandOver = flow.goals.includes('handed-over');

  return {
    /** A debtor is reached: not one whose case went to somebody else, nor one who owes nothing any more. */
    beforeContact(facts: Facts, passage: Passage): void {
      const node = passage.step.id;
      const about = { article: RESTRAINT, nodeIds: [node] };
      if (facts.isHandedOver && !endsAtHandOver) {
        const code = 'LAW_CONTACT_AFTER_HAND_OVER';
        const fix = { code: 'fix-goals', params: { goals: 'handed-over' } };
        findings.add({ ...about, code, severity: 'error', params: { node }, fix }, passage);
      }
      if (missing.length === 0) return;
      const params = { goals: missing.join(', ') };
      const fix = { code: 'fix-goals', params };
      const code = 'LAW_STOP_NOT_EXCLUDED';
      findings.add({ ...about, nodeIds: [], code, severity: 'warning', params, fix }, passage);
    },

    /** Nobody comes before a court without a last chance to pay. */
    handOver(facts: Facts, passage: Passage): Facts {
      const node = passage.step.id;
      const code = 'LAW_HANDED_OVER_UNWARNED';
      const fix = { code: 'fix-last-notice' };
      const about = { code, article: DEFAULT, nodeIds: [node], params: { node }, fix };
      if (!facts.isWarned) findings.add({ ...about, severity: 'error' }, passage);
      return { ...facts, isHandedOver: true };
    },

    /** What a step asks of the platform must be what its type says it does; else no rule can judge it. */
    atStep({ step, ...passage }: Pick<Passage, 'step' | 'way'>): void {
      for (const port of new Set(step.undeclared)) {
        const article = port === 'costs' ? COSTS_LETTER : CONTACT;
        const params = { node: step.id, port };
        const code = port === 'costs' ? 'LAW_STEP_NOT_DECLARED' : 'LAW_CONTACT_NOT_GUARDED';
        const about = {
          code,
          article,
          nodeIds: [step.id],
          params,
          fix: { code: 'fix-other-step' },
        };
        findings.add({ ...about, severity: 'error' }, passage);
      }
    },
  };
}
