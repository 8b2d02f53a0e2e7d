import type { Passage, StepDeed } from '@inning/sdk';
import { CONSUMER_COSTS, INTEREST } from './articles.ts';
import type { Facts } from './facts.ts';
import type { Broken, Findings } from './findings.ts';

const BUSINESSES = ['sole-trader', 'business'] as const;
const isBusiness = (kind: Facts['kinds'][number]) => BUSINESSES.some((one) => one === kind);

/** A consumer owes costs by the scale and interest, and nothing else that is thought of. */
export function chargeOther(facts: Facts, passage: Passage, findings: Findings): Facts {
  if (facts.kinds.includes('consumer')) {
    const node = passage.step.id;
    const about = { article: CONSUMER_COSTS, nodeIds: [node], params: { node } };
    const fix = { code: 'fix-only-business' };
    findings.add({ ...about, code: 'LAW_CONSUMER_CHARGED', severity: 'error', fix }, passage);
  }
  return facts;
}

/** Interest of the kind that belongs to the debtor: commercial interest is for businesses alone. */
export function chargeInterest(
  facts: Facts,
  passage: Passage,
  { findings, deed }: { readonly findings: Findings; readonly deed: StepDeed },
): Facts {
  const broken = judgeKind(facts, passage.step.id, deed.value);
  if (broken) findings.add(broken, passage);
  return facts;
}

function judgeKind({ kinds }: Facts, node: string, kind: unknown): Broken | null {
  const about = { article: INTEREST, nodeIds: [node], params: { node, kind: String(kind) } };
  const wrong = { ...about, code: 'LAW_INTEREST_OF_WRONG_KIND' } as const;
  const fix = { code: 'fix-by-debtor' };
  if (kind === 'commercial' && kinds.includes('consumer')) {
    return { ...wrong, severity: 'error', fix };
  }
  if (kind !== 'consumer' || !kinds.some(isBusiness)) return null;
  return kinds.every(isBusiness)
    ? { ...wrong, severity: 'warning', fix }
    : { ...about, code: 'LAW_KINDS_TREATED_ALIKE', severity: 'warning', fix };
}
