import type { Locale } from '@inning/sdk';

/** The part of JSON schema that settings are written in. */
export type FieldSchema = {
  readonly type?: string;
  readonly title?: string;
  readonly titles?: Readonly<Partial<Record<Locale, string>>>;
  readonly description?: string;
  readonly descriptions?: Readonly<Partial<Record<Locale, string>>>;
  readonly editor?: string;
  readonly secret?: boolean;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly items?: FieldSchema;
  readonly anyOf?: readonly FieldSchema[];
};

export type FieldKind =
  | 'choice'
  | 'text'
  | 'lines'
  | 'secret'
  | 'number'
  | 'yes-no'
  | 'list'
  | 'group'
  | 'either'
  | 'json';

/** Which input a schema asks for. */
export function kindOf(schema: FieldSchema): FieldKind {
  if (choicesOf(schema)) return 'choice';
  if (!schema.anyOf) return BY_TYPE[schema.type ?? '']?.(schema) ?? 'json';
  const plain = plainSchema(schema);
  if (plain !== schema) return kindOf(plain);
  return schema.anyOf.every((one) => one.properties) ? 'either' : 'json';
}

const BY_TYPE: Readonly<Record<string, (schema: FieldSchema) => FieldKind>> = {
  string: kindOfText,
  integer: () => 'number',
  number: () => 'number',
  boolean: () => 'yes-no',
  array: ({ items }) => (items ? 'list' : 'json'),
  object: ({ properties }) => (properties ? 'group' : 'json'),
};

const LONG = 500;

function kindOfText({ secret, editor, maxLength = 0 }: FieldSchema): FieldKind {
  if (secret) return 'secret';
  return editor === 'multiline' || maxLength > LONG ? 'lines' : 'text';
}

/** The values to choose from when there are only so many; null when there are others. */
export function choicesOf(schema: FieldSchema): readonly (string | number | boolean)[] | null {
  const values =
    schema.enum ??
    (schema.anyOf?.every((one) => 'const' in one) ? schema.anyOf.map((one) => one.const) : null);
  if (!values || values.some((value) => typeof value === 'object')) return null;
  return values as readonly (string | number | boolean)[];
}

/** What each of those values is called, where the schema says so. */
export function choiceTitle(
  { anyOf = [] }: FieldSchema,
  value: unknown,
  locale: Locale,
): string | undefined {
  const option = anyOf.find((one) => one.const === value);
  return option?.titles?.[locale] ?? option?.titles?.en ?? option?.title;
}

/** The options of a union besides "nothing". */
export const realOptions = ({ anyOf = [] }: FieldSchema): readonly FieldSchema[] =>
  anyOf.filter((one) => one.type !== 'null');

export const mayBeNull = ({ anyOf = [] }: FieldSchema): boolean =>
  anyOf.some((one) => one.type === 'null');

function withoutOptions({ anyOf: _, ...rest }: FieldSchema): FieldSchema {
  return rest;
}

/** The schema behind "this or nothing". */
export function plainSchema(schema: FieldSchema): FieldSchema {
  const [only, ...more] = realOptions(schema);
  return schema.anyOf && only && more.length === 0
    ? { ...only, ...withoutOptions(schema) }
    : schema;
}

/** What a field is called: in the reader's language, else as the schema says, else by its name. */
export function fieldTitle(name: string, schema: FieldSchema, locale: Locale): string {
  const said = schema.titles?.[locale] ?? schema.titles?.en ?? schema.title;
  return said ?? name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** The same field with its explanation in the reader's language, where that is known. */
export function withHelp(schema: FieldSchema, locale: Locale): FieldSchema {
  const description = schema.descriptions?.[locale] ?? schema.descriptions?.en;
  return description === undefined ? schema : { ...schema, description };
}

/** An empty value of that shape, for a new line in a list. */
export function emptyValue(schema: FieldSchema): unknown {
  if (schema.default !== undefined) return structuredClone(schema.default);
  if ('const' in schema) return schema.const;
  const [first] = schema.enum ?? [];
  const [option] = realOptions(schema);
  if (first !== undefined || option) return option ? emptyValue(option) : first;
  return schema.properties ? emptyGroup(schema) : EMPTY[schema.type ?? '']?.(schema);
}

const EMPTY: Readonly<Record<string, (schema: FieldSchema) => unknown>> = {
  array: () => [],
  boolean: () => false,
  string: () => '',
  integer: ({ minimum }) => minimum ?? 0,
  number: ({ minimum }) => minimum ?? 0,
};

function emptyGroup({ properties = {}, required = [] }: FieldSchema): Record<string, unknown> {
  const fields = Object.entries(properties).filter(([name]) => required.includes(name));
  return Object.fromEntries(fields.map(([name, field]) => [name, emptyValue(field)]));
}

/** Which option of a union a value belongs to: of those it does not contradict, the one it fills best. */
export function optionOf(schema: FieldSchema, value: unknown): number {
  const own = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const scores = realOptions(schema).map((option) => scoreOf(option, own));
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

const IMPOSSIBLE = -1_000;

function scoreOf(
  { properties = {}, required = [] }: FieldSchema,
  own: Readonly<Record<string, unknown>>,
): number {
  const contradicts = Object.entries(properties).some(([name, field]) => {
    const values = 'const' in field ? [field.const] : choicesOf(field);
    return values && name in own && !values.includes(own[name] as string);
  });
  if (contradicts) return IMPOSSIBLE;
  const missing = required.filter((name) => !(name in own)).length;
  return Object.keys(properties).filter((name) => name in own).length - missing;
}
