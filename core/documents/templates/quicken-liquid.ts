import {
  type Context,
  type Emitter,
  IfTag,
  type Liquid,
  Output,
  type Template,
  type Value,
} from 'liquidjs';

/** A plain value, or undefined when only LiquidJS itself may judge: then it does, errors and all. */
type Read = (context: Context) => Plain | undefined;
type Plain = string | number | boolean | null;
export type QuickFilters = Readonly<
  Record<string, (value: Plain, argument: unknown, context: Context) => string>
>;

/**
 * LiquidJS walks each field through a dozen generators. Nearly all fields of a letter are a plain
 * path with one filter, and nearly all conditions compare a path with a constant: those are read
 * directly here, and everything else, or anything unexpected, is left to LiquidJS unchanged.
 */
export function quicken(engine: Liquid, templates: Template[], filters: QuickFilters): Template[] {
  for (const template of templates) {
    if (template instanceof Output) quickenOutput(engine, template, filters);
    if (template instanceof IfTag) quickenIf(template);
    for (const inner of childrenOf(template)) quicken(engine, [inner], filters);
  }
  return templates;
}

const childrenOf = (template: Template): Template[] => {
  const { value } = template.children?.(false, true).next() ?? {};
  return Array.isArray(value) ? (value as Template[]) : [];
};

function quickenOutput(engine: Liquid, output: Output, known: QuickFilters): void {
  const escape = engine.options.outputEscape;
  const own = escape ? output.value.filters.slice(0, -1) : output.value.filters;
  const read = readerOf(output.value);
  const [filter] = own;
  const apply = filter ? known[filter.name] : undefined;
  const argument = (filter?.args[0] as { content?: unknown } | undefined)?.content;
  if (!read || own.length > 1 || (filter && !apply)) return;

  const slowly = output.render;
  output.render = function (this: Output, context: Context, emitter: Emitter) {
    const value = read(context);
    if (value === undefined) return slowly.call(this, context, emitter);
    const text = apply ? apply(value, argument, context) : (value ?? '');
    emitter.write(escape ? escape.call({ context } as never, text) : text);
    return NOTHING_MORE;
  };
}

function quickenIf(tag: IfTag): void {
  const tests = tag.branches.map(({ value }) => testOf(value));
  const slowly = tag.render;
  tag.render = function (this: IfTag, context: Context, emitter: Emitter) {
    let chosen = tag.elseTemplates ?? [];
    for (const [index, branch] of tag.branches.entries()) {
      const outcome = tests[index]?.(context);
      if (outcome === undefined) return slowly.call(this, context, emitter);
      if (outcome) {
        chosen = branch.templates;
        break;
      }
    }
    return silently(this.liquid.renderer.renderTemplates(chosen, context, emitter)) as never;
  };
}

function testOf(value: Value): ((context: Context) => boolean | undefined) | null {
  const { postfix } = value.initial;
  if (value.filters.length > 0) return null;
  const read = readerOf(value);
  if (read) return (context) => truth(read(context));
  const [left, right] = [readerOfToken(postfix[0]), readerOfToken(postfix[1])];
  const { operator } = (postfix[2] ?? {}) as { operator?: string };
  if (postfix.length !== 3 || !left || !right || operator === undefined) return null;
  return (context) => compare(operator, left(context), right(context));
}

const truth = (value: Plain | undefined) =>
  value === undefined ? undefined : value !== false && value !== null;

function compare(operator: string, left?: Plain, right?: Plain): boolean | undefined {
  if (left === undefined || right === undefined || typeof left !== typeof right) return undefined;
  if (operator === '==') return left === right;
  if (operator === '!=') return left !== right;
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  return operator === '>' ? left > right : operator === '<' ? left < right : undefined;
}

const readerOf = (value: Value): Read | null =>
  value.initial.postfix.length === 1 ? readerOfToken(value.initial.postfix[0]) : null;

type TokenShape = { content?: unknown; props?: readonly TokenShape[]; variable?: unknown };

function readerOfToken(token: unknown): Read | null {
  const { content, props, variable } = (token ?? {}) as TokenShape;
  if (isPlain(content)) return () => content;
  const names = props?.map((prop) => prop.content);
  if (variable || !names?.length || !names.every((name) => typeof name === 'string')) return null;
  return (context) => readPath(context, names as string[]);
}

// `findScope` is private in LiquidJS's types: it finds loop variables before values.
type Scoped = { findScope(name: string): unknown };

function readPath(context: Context, names: readonly string[]): Plain | undefined {
  let at: unknown = (context as unknown as Scoped).findScope(names[0] ?? '');
  for (const name of names) {
    if (Array.isArray(at)) return name === 'size' ? at.length : undefined;
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return isPlain(at) ? at : undefined;
}

const isPlain = (value: unknown): value is Plain =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

// What a tag returns is written as well, so a tag that has written everything returns nothing.
const NOTHING_MORE = undefined as never;
function* silently(rendering: Iterable<unknown>) {
  yield rendering;
}
