import type { Problem } from '@inning/sdk';

/** A text by its key; the type of the real one is too deep to hand around. */
type Translate = (key: never, options: never) => unknown;
type Found = Pick<Problem, 'nodeIds' | 'message'>;

/** Problems of single fields by path, to be shown where they are mended, in the reader's language. */
export function fieldProblems(
  problems: readonly Found[],
  id: string | null,
  t: Translate,
): Record<string, string> {
  const here = problems.filter(({ nodeIds, message }) => {
    const isHere = id === null ? nodeIds.length === 0 : nodeIds.includes(id);
    return isHere && message.params?.['field'] !== undefined;
  });
  const said: Record<string, string> = {};
  for (const { message } of [...here].sort((a, b) => rankOf(a) - rankOf(b))) {
    const field = String(message.params?.['field']);
    // Of several shapes a value fits none, and each complains: who is told one thing can begin with it.
    const isNoise = rankOf({ message }) === NOISE && hasNeighbour(said, field);
    if (!isNoise) said[field] ??= sayProblem(message, t);
  }
  return said;
}

/** What only says which of several shapes a value does not have. */
const OF_SHAPES = ['const', 'boolean', 'additionalProperties', 'anyOf'];
const NOISE = 2;

function rankOf({ message: { code, params } }: Pick<Found, 'message'>): number {
  if (code !== 'FLOW_INVALID_CONFIG') return 0;
  return OF_SHAPES.includes(String(params?.['rule'])) ? NOISE : 1;
}

function hasNeighbour(said: Readonly<Record<string, string>>, field: string): boolean {
  const group = field.replace(/\.(?!\d+$)[^.]+$/, '');
  return Object.keys(said).some((other) => other === group || other.startsWith(`${group}.`));
}

const RULE_OF_CODE: Readonly<Record<string, string>> = {
  FLOW_MISSING_ANCHOR_STEP: 'missingStep',
  FLOW_SAME_ANCHORS: 'sameAnchors',
  FLOW_UNKNOWN_TEMPLATE: 'template',
  FLOW_UNKNOWN_FLOW: 'flow',
  FLOW_CLOSED_HOURS: 'closedHours',
};

function sayProblem({ code, params }: Problem['message'], t: Translate): string {
  const rule = RULE_OF_CODE[code] ?? String(params?.['rule'] ?? '');
  const options = { defaultValue: String(params?.['problem'] ?? code), limit: params?.['limit'] };
  return String(t(`editors.rule.${rule}` as never, options as never));
}
