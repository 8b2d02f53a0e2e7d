import { ClaimSchema } from '../../claim.ts';
import { celSchema } from './cel-schema.ts';
import { findNestedLoop } from './find-nested-loop.ts';

/** What is wrong with a condition, and where it stands in the text: `from` up to `to`. */
export type ConditionError = {
  /** Stable, such as `no_such_key`, `not-yes-or-no`. */
  readonly code: string;
  readonly message: string;
  readonly from: number;
  readonly to: number;
};

/** Sizes and nesting are bounded so that no condition takes long. */
export const CONDITION_LIMITS = {
  maxAstNodes: 500,
  maxDepth: 50,
  maxListElements: 100,
  maxMapEntries: 50,
} as const;

/** The one name a condition knows, with its types. */
export const conditionVariable = () => ({ name: 'claim', schema: celSchema(ClaimSchema) as never });

/**
 * A CEL environment made with `CONDITION_LIMITS` and `conditionVariable()`. Server and screen bring the
 * same evaluator; what is right and wrong is said here.
 */
export type ConditionEnvironment = {
  check(expression: string): {
    readonly valid: boolean;
    readonly type?: unknown;
    readonly error?: unknown;
  };
  parse(expression: string): unknown;
};

/** Null when the condition is right and yields true or false. */
export function findConditionError(
  environment: ConditionEnvironment,
  expression: string,
): ConditionError | null {
  const whole = { from: 0, to: expression.length };
  try {
    const result = environment.check(expression);
    if (!result.valid) return errorOf(result.error, expression);
    if (String(result.type) !== 'bool') {
      const message = `a condition is true or false, this is ${String(result.type)}`;
      return { code: 'not-yes-or-no', message, ...whole };
    }
    const nested = findNestedLoop((environment.parse(expression) as { ast: unknown }).ast);
    return nested === null ? null : { code: 'nested-loop', message: nested, ...whole };
  } catch (error) {
    return errorOf(error, expression);
  }
}

type Located = {
  readonly code?: unknown;
  readonly range?: { readonly start: number; readonly end: number };
};

function errorOf(error: unknown, expression: string): ConditionError {
  const { code, range } = (error ?? {}) as Located;
  const from = Math.min(range?.start ?? 0, expression.length);
  const to = Math.min(Math.max(range?.end ?? expression.length, from), expression.length);
  return { code: typeof code === 'string' ? code : 'wrong', message: firstLine(error), from, to };
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? text;
}
