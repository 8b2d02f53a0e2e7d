import type { CalendarDate, Clock } from '@inning/sdk';
import type { Scope } from '../../store/index.ts';
import { dayAt } from '../../time/index.ts';
import { type ClaimExpressions, ExpressionFailedError } from '../expressions/claim-expressions.ts';
import { createStaging, type StagingDeps } from './staged.ts';
import { type BranchValue, valuesIn } from './values-at-branch.ts';
import type { Who } from './who-walks.ts';

export type TryConditionDeps = StagingDeps & {
  readonly clock: Clock;
  readonly expressions: ClaimExpressions;
};
export type TriedCondition = {
  readonly debtorName: string;
  readonly on: CalendarDate;
  readonly holds: boolean;
  /** What the condition looks at, as it is today. */
  readonly values: Readonly<Record<string, BranchValue>>;
};

/**
 * What a condition says today of all that one debtor owes, by the evaluator and the facts of the engine.
 * Null for a debtor who is not seen here; throws `ExpressionFailedError` when it says nothing.
 */
export function createConditionTrial(deps: TryConditionDeps) {
  const { clock, expressions } = deps;
  const stage = createStaging(deps);

  return async (scope: Scope, who: Who, condition: string): Promise<TriedCondition | null> => {
    const staged = await stage(scope, who);
    const facts = staged?.factsOf({ debtorId: staged.debtor._id, invoiceId: null });
    if (!staged || !facts) return null;
    const problem = expressions.check(condition);
    if (problem) throw new ExpressionFailedError(problem, { expression: condition });
    const on = dayAt(clock.now(), staged.administration.timeZone);
    const claim = facts.claimOn(on);
    return {
      debtorName: staged.debtor.name,
      on,
      holds: expressions.evaluate(condition, claim),
      values: valuesIn(condition, claim),
    };
  };
}
