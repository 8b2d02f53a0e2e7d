import type { Claim } from '@inning/sdk';
import type { CompiledNode } from '../engine/drawings/index.ts';

export type BranchValue = string | number | boolean | null;

/** `claim.debtor.kind` in the settings of a step. */
const FIELD = /\bclaim((?:\.[a-zA-Z]+)+)/g;

/** What a condition looked at, with its value on that day: every field of the claim in its settings. */
export function valuesAtBranch(
  node: CompiledNode | null,
  claim: Claim | null,
): Readonly<Record<string, BranchValue>> {
  if (node?.definition.kind !== 'condition' || !claim) return {};
  return valuesIn(JSON.stringify(node.config), claim);
}

/** Every field of the claim that is named in a text, with its value. */
export function valuesIn(text: string, claim: Claim): Readonly<Record<string, BranchValue>> {
  const values: Record<string, BranchValue> = {};
  for (const [, path = ''] of text.matchAll(FIELD)) {
    const value = path.slice(1).split('.').reduce<unknown>(stepInto, claim);
    if (isPlain(value)) values[path.slice(1)] = value;
  }
  return values;
}

function stepInto(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, field)
    ? (value as Record<string, unknown>)[field]
    : undefined;
}

const isPlain = (value: unknown): value is BranchValue =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);
