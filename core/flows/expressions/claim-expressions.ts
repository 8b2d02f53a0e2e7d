import {
  type Claim,
  ClaimSchema,
  CONDITION_LIMITS,
  conditionVariable,
  DomainError,
  findConditionError,
} from '@inning/sdk';
import { Environment } from '@marcbachmann/cel-js';
import { celValueOf } from './cel-value.ts';

/** A condition that was accepted could not be evaluated; the instance gets stuck with this reason. */
export class ExpressionFailedError extends DomainError {
  readonly code = 'EXPRESSION_FAILED';
  readonly status = 422;
}

export type ClaimExpressions = {
  /** Null when the condition is right and yields true or false; else what is wrong with it. */
  check(expression: string): string | null;
  evaluate(expression: string, claim: Claim): boolean;
};

type Compiled = (context: Record<string, unknown>) => unknown;
const toCelClaim = celValueOf(ClaimSchema);
const KEPT_COMPILED = 1_000;

/**
 * Conditions in CEL over the documented claim schema (`claim.openCents > 10000`): typed, always ending,
 * and without any way to code. Sizes and nesting are bounded so that no condition takes long.
 */
export function createClaimExpressions(): ClaimExpressions {
  const environment = new Environment({ limits: CONDITION_LIMITS }).registerVariable(
    conditionVariable(),
  );
  const compiled = new Map<string, Compiled>();

  return {
    check: (expression) => findConditionError(environment, expression)?.message ?? null,
    evaluate(expression, claim) {
      try {
        const value = compile(expression)({ claim: toCelClaim(claim) });
        if (typeof value === 'boolean') return value;
      } catch (error) {
        const text = `The condition failed: ${firstLine(error)}`;
        throw new ExpressionFailedError(text, { expression }, { cause: error });
      }
      throw new ExpressionFailedError('The condition is neither true nor false.', { expression });
    },
  };

  function compile(expression: string): Compiled {
    const known = compiled.get(expression);
    if (known) return known;
    if (compiled.size >= KEPT_COMPILED) compiled.clear();
    const parsed = environment.parse(expression) as unknown as Compiled;
    compiled.set(expression, parsed);
    return parsed;
  }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? text;
}
