import {
  CONDITION_LIMITS,
  type ConditionError,
  conditionVariable,
  findConditionError,
} from '@inning/sdk';
import { Environment } from '@marcbachmann/cel-js';

export type CheckCondition = (condition: string) => ConditionError | null;

/** What is wrong with a condition, as the server will say it: the same check with the same evaluator. */
export function createConditionCheck(): CheckCondition {
  const environment = new Environment({ limits: CONDITION_LIMITS }).registerVariable(
    conditionVariable(),
  );
  return (condition) => findConditionError(environment, condition);
}
