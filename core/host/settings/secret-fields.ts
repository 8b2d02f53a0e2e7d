import type { TSchema } from '@inning/sdk';

type LooseSchema = {
  readonly type?: string;
  readonly secret?: boolean;
  readonly properties?: Readonly<Record<string, LooseSchema>>;
  readonly items?: LooseSchema;
  readonly anyOf?: readonly LooseSchema[];
  readonly oneOf?: readonly LooseSchema[];
  readonly allOf?: readonly LooseSchema[];
};

/** A copy of `value` in which each text that the schema calls secret went through `change`. */
export function mapSecrets(
  schema: TSchema,
  value: unknown,
  change: (secret: string, path: string) => unknown,
): unknown {
  return mapAt(schema as LooseSchema, value, { path: '', change });
}

type Visit = {
  readonly path: string;
  readonly change: (secret: string, path: string) => unknown;
};

function mapAt(schema: LooseSchema, value: unknown, visit: Visit): unknown {
  const branches = branchesOf(schema);
  const at = (name: string | number) => ({
    ...visit,
    path: visit.path === '' ? String(name) : `${visit.path}.${name}`,
  });
  if (typeof value === 'string') {
    return branches.some((branch) => branch.secret) ? visit.change(value, visit.path) : value;
  }
  if (Array.isArray(value)) {
    const items = { anyOf: branches.flatMap((branch) => (branch.items ? [branch.items] : [])) };
    return value.map((item, index) => mapAt(items, item, at(index)));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const fields = branches.flatMap((branch) => branch.properties?.[name] ?? []);
      return [name, mapAt({ anyOf: fields }, inner, at(name))];
    }),
  );
}

/** Fields marked secret that cannot be encrypted, since only texts can. */
export function findMisplacedSecrets(schema: TSchema, path = ''): string[] {
  return branchesOf(schema as LooseSchema).flatMap((branch) => [
    ...(branch.secret && branch.type !== 'string' && !branch.anyOf ? [path || '(all)'] : []),
    ...Object.entries(branch.properties ?? {}).flatMap(([name, field]) =>
      findMisplacedSecrets(field as TSchema, path === '' ? name : `${path}.${name}`),
    ),
    ...(branch.items ? findMisplacedSecrets(branch.items as TSchema, `${path}[]`) : []),
  ]);
}

/** The schema itself and everything it may also be. */
function branchesOf(schema: LooseSchema): LooseSchema[] {
  const others = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [schema, ...others.flatMap(branchesOf)];
}
