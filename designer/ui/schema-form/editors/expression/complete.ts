import { type ConditionVariable, conditionVariables } from '@inning/sdk';

export type Suggestion = {
  readonly label: string;
  /** What is put in the text. */
  readonly insert: string;
  readonly type: string;
  readonly description: string;
  readonly kind: 'variable' | 'group' | 'value' | 'function';
};

/** What can be done with a list; CEL calls them macros. */
const LIST_WORDS = ['exists', 'all', 'exists_one', 'filter'] as const;
const TEXT_WORDS = ['startsWith', 'endsWith', 'contains', 'matches', 'size'] as const;

/**
 * What may come at the end of this text: the fields of what stands before the dot, the values of what is
 * compared, or the claim itself. The name of each invoice in a loop counts as an invoice.
 */
export function suggestionsAfter(
  text: string,
  variables: readonly ConditionVariable[] = conditionVariables(),
): Suggestion[] {
  const compared = /([\w.]+)\s*(?:==|!=)\s*"?\w*$/.exec(text)?.[1];
  if (compared) return valuesOf(pathOf(compared, text), variables);
  const owner = /([A-Za-z_]\w*(?:\.\w+)*)\.\w*$/.exec(text)?.[1];
  if (owner === undefined) return roots(text, variables);
  const path = pathOf(owner, text);
  const below = variables.filter(
    (one) => one.path.startsWith(`${path}.`) && !one.path.slice(path.length + 1).includes('.'),
  );
  const own = variables.find((one) => one.path === path);
  return [...below.map(named), ...wordsOf(own)];
}

function named({ path, type, description, isGroup }: ConditionVariable): Suggestion {
  const label = path.split('.').at(-1) ?? path;
  return { label, insert: label, type, description, kind: isGroup ? 'group' : 'variable' };
}

function roots(text: string, variables: readonly ConditionVariable[]): Suggestion[] {
  const [claim] = variables;
  const loops = loopNames(text).map((name) => ({
    label: name,
    insert: name,
    type: 'group',
    description: '',
    kind: 'group' as const,
  }));
  return [...(claim ? [named(claim)] : []), ...loops];
}

function wordsOf(own: ConditionVariable | undefined): Suggestion[] {
  const call = (name: string, insert: string): Suggestion => ({
    label: name,
    insert,
    type: 'function',
    description: '',
    kind: 'function',
  });
  if (own?.type === 'list') {
    return LIST_WORDS.map((name) => call(name, `${name}(invoice, invoice.)`));
  }
  const isText = own !== undefined && /text|"/.test(own.type);
  return isText ? TEXT_WORDS.map((name) => call(name, `${name}()`)) : [];
}

/** The values of which it is one of: `"consumer"`, `"business"`, or true and false. */
function valuesOf(path: string, variables: readonly ConditionVariable[]): Suggestion[] {
  const own = variables.find((one) => one.path === path);
  if (!own) return [];
  const values = own.type === 'bool' ? ['true', 'false'] : own.type.split(' or ');
  return values
    .filter((value) => /^("|true|false|null)/.test(value))
    .map((value) => ({
      label: value,
      insert: value,
      type: own.path,
      description: own.description,
      kind: 'value',
    }));
}

/** A name that a loop gave to each invoice is read as `invoice`. */
function pathOf(owner: string, text: string): string {
  const [first = '', ...rest] = owner.split('.');
  return (loopNames(text).includes(first) ? ['invoice', ...rest] : [first, ...rest]).join('.');
}

const loopNames = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/claim\.invoices\.\w+\(\s*([A-Za-z_]\w*)\s*,/g)].flatMap(
      ([, name]) => name ?? [],
    ),
  ),
];
