/** The parts of a condition between operators that stand within no brackets and no text. */
export function splitAtTop(condition: string, operator: '||' | '&&'): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const [at, depth] of places(condition)) {
    if (depth > 0 || at < from || !condition.startsWith(operator, at)) continue;
    parts.push(condition.slice(from, at));
    from = at + operator.length;
  }
  return [...parts, condition.slice(from)];
}

/** True when the first bracket closes at the very end. */
export function isWrapped(condition: string): boolean {
  if (!condition.startsWith('(') || !condition.endsWith(')')) return false;
  for (const [at, depth] of places(condition)) {
    if (depth === 0) return at === condition.length - 1;
  }
  return false;
}

const OPENING = '([{';
const CLOSING = ')]}';

/** Each place that is not within a text, with how many brackets are open behind it. */
function* places(condition: string): Generator<readonly [at: number, depth: number]> {
  let depth = 0;
  let quote: string | null = null;
  for (let at = 0; at < condition.length; at += 1) {
    const sign = condition.charAt(at);
    if (quote !== null) {
      if (sign === '\\') at += 1;
      else if (sign === quote) quote = null;
      continue;
    }
    if (sign === '"' || sign === "'") quote = sign;
    if (OPENING.includes(sign)) depth += 1;
    if (CLOSING.includes(sign)) depth -= 1;
    yield [at, depth];
  }
}
