export const ABOUTS = [
  'contract',
  'idempotency',
  'retry',
  'timeouts',
  'secrets',
  'permissions',
  'size',
] as const;
export type About = (typeof ABOUTS)[number];

/** One thing that is tried, and true of every sound plugin. */
export type Trial = {
  readonly about: About;
  /** A sentence that is true when all is well. */
  readonly name: string;
  /** A remark costs points and does not fail the check. */
  readonly isRemark?: boolean;
  /** Null when it is so, else what is wrong, in words. */
  run(): Promise<string | null>;
};
export type Finding = {
  readonly about: About;
  readonly name: string;
  readonly state: 'passed' | 'remark' | 'failed';
  /** What is wrong; null when it passed. */
  readonly problem: string | null;
};

/** Runs the trials one after the other, telling each as it is known. */
export async function runTrials(
  trials: readonly Trial[],
  tell: (finding: Finding) => void,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { about, name, isRemark = false, run } of trials) {
    const problem = await run().catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    );
    const state = problem === null ? 'passed' : isRemark ? 'remark' : 'failed';
    const finding = { about, name, state, problem } as const;
    findings.push(finding);
    tell(finding);
  }
  return findings;
}
