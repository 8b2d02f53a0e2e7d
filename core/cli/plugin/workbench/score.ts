import type { Finding } from './trial.ts';

const WEIGHT_OF_TRIAL = 3;
const WEIGHT_OF_REMARK = 1;

/** 0 to 100: which part of what was tried is well. A remark weighs a third of a failure. */
export function scoreOf(findings: readonly Finding[]): number {
  if (findings.length === 0) return 0;
  const all = findings.length * WEIGHT_OF_TRIAL;
  const lost = findings.reduce((sum, { state }) => sum + LOSS[state], 0);
  return Math.floor((100 * (all - lost)) / all);
}

const LOSS: Readonly<Record<Finding['state'], number>> = {
  passed: 0,
  remark: WEIGHT_OF_REMARK,
  failed: WEIGHT_OF_TRIAL,
};
