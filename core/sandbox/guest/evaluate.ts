import type { TSchema } from '@inning/sdk';
import { Environment } from '@marcbachmann/cel-js';
import { celValueOf } from '../../flows/expressions/cel-value.ts';

/** The schema of a claim, put in when this is bundled. */
declare const CLAIM_SCHEMA: TSchema;
/** The same as CEL types, and how large a condition may be. */
declare const CLAIM_VARIABLE: { readonly name: string; readonly schema: never };
declare const CONDITION_LIMITS: object;

type Compiled = (context: Record<string, unknown>) => unknown;

const toCelClaim = celValueOf(CLAIM_SCHEMA);
const environment = new Environment({ limits: CONDITION_LIMITS }).registerVariable(CLAIM_VARIABLE);
const compiled = new Map<string, Compiled>();

/** `evaluate` of a condition, inside the guest: it sees what the plugin sees of the claim. */
function evaluateClaim(expression: unknown, claim: unknown): boolean {
  const text = String(expression);
  try {
    const value = compile(text)({ claim: toCelClaim(claim) });
    if (typeof value === 'boolean') return value;
  } catch (error) {
    throw failed(`The condition failed: ${firstLine(error)}`);
  }
  throw failed('The condition is neither true nor false.');
}

function compile(expression: string): Compiled {
  const known = compiled.get(expression);
  if (known) return known;
  const parsed = environment.parse(expression) as unknown as Compiled;
  compiled.set(expression, parsed);
  return parsed;
}

function failed(text: string): Error {
  return Object.assign(new Error(text), { code: 'EXPRESSION_FAILED', status: 422 });
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? text;
}

Object.defineProperty(globalThis, 'evaluateClaim', { value: evaluateClaim });
