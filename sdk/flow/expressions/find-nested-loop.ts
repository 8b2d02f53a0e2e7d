const LOOPS = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

type AstNode = { readonly op: string; readonly args: unknown };

/**
 * A loop over invoices inside another one costs the square of their number: refused, so that the
 * time of a condition grows only with the claim. Returns the complaint or null.
 */
export function findNestedLoop(ast: unknown): string | null {
  const waiting: { value: unknown; inLoop: boolean }[] = [{ value: ast, inLoop: false }];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const { value, inLoop } = one;
    if (Array.isArray(value)) {
      for (const item of value) waiting.push({ value: item, inLoop });
    } else if (isNode(value)) {
      const isLoop = value.op === 'rcall' && Array.isArray(value.args) && LOOPS.has(value.args[0]);
      if (isLoop && inLoop) return `${String((value.args as unknown[])[0])} inside another loop`;
      waiting.push({ value: value.args, inLoop: inLoop || isLoop });
    }
  }
  return null;
}

function isNode(value: unknown): value is AstNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}
