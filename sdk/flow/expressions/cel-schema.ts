import type { TSchema } from 'typebox';
import { ClaimSchema } from '../../claim.ts';

type Json = {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly items?: TSchema;
  readonly anyOf?: readonly TSchema[];
  readonly const?: unknown;
};

/** The CEL types of a TypeBox schema: whole numbers are `int`, days are text, null makes it `dyn`. */
export function celSchema(schema: TSchema): unknown {
  const json = schema as Json;
  if (json.anyOf) {
    const types = new Set(json.anyOf.map((option) => celSchema(option)));
    const [only] = types;
    return types.size === 1 ? only : 'dyn';
  }
  if (json.type === 'object' && json.properties) {
    return Object.fromEntries(
      Object.entries(json.properties).map(([name, property]) => [name, celSchema(property)]),
    );
  }
  return CEL_TYPES[json.type ?? ''] ?? 'string';
}

const CEL_TYPES: Readonly<Record<string, string>> = {
  array: 'list<map<string, dyn>>',
  integer: 'int',
  number: 'double',
  boolean: 'bool',
  null: 'null_type',
};

/** Something a condition can name: `claim.debtor.kind`, with what it is. */
export type ConditionVariable = {
  readonly path: string;
  /** As a person reads it: `int`, `text`, `text or null`, `"a" or "b"`. */
  readonly type: string;
  readonly description: string;
  /** True when there is more below it. */
  readonly isGroup: boolean;
  /** True for what stands in a list: its path starts with the name of one of them. */
  readonly isOfEach: boolean;
};

/** Everything a condition can name, and, under `invoice.`, what each invoice of a claim has. */
export function conditionVariables(): ConditionVariable[] {
  return variablesOf('claim', ClaimSchema as unknown as Json, false);
}

function variablesOf(path: string, json: Json, isOfEach: boolean): ConditionVariable[] {
  const below = Object.entries(json.properties ?? {});
  const own: ConditionVariable = {
    path,
    type: below.length > 0 ? 'group' : typeName(json),
    description: json.description ?? '',
    isGroup: below.length > 0,
    isOfEach,
  };
  const inner = below.flatMap(([name, child]) =>
    variablesOf(`${path}.${name}`, child as Json, isOfEach),
  );
  const each = json.items ? variablesOf('invoice', json.items as Json, true).slice(1) : [];
  return [own, ...inner, ...each];
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  integer: 'int',
  number: 'double',
  boolean: 'bool',
  string: 'text',
  array: 'list',
  null: 'null',
};

function typeName(json: Json): string {
  if (json.anyOf) return json.anyOf.map((one) => typeName(one as Json)).join(' or ');
  return json.const === undefined
    ? (TYPE_NAMES[json.type ?? ''] ?? 'text')
    : JSON.stringify(json.const);
}
