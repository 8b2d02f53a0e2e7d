import { message } from '../message.ts';
import type { Problem } from './problem.ts';

/** A problem that blocks publishing; who finds a lesser one lowers its severity. */
export function problem(
  code: string,
  nodeIds: readonly string[],
  params: Record<string, string | number>,
): Problem {
  return { code, severity: 'error', nodeIds, message: message(code, params) };
}
