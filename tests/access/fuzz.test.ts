import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccessWorld, type Asked, openAccessWorld } from '../kit/access-world.ts';
import { testDatabase } from '../kit/database.ts';
import { idBuilder, isIdName } from './world/named-ids.ts';

/** The same requests at every run of the tests; `FUZZ_RUNS=2000 FUZZ_SEED=7` goes hunting for others. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 40);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_122);
const TIME_LIMIT_MS = 15_000 * Math.max(RUNS, 40);

const database = testDatabase();
let world: AccessWorld;
beforeAll(async () => {
  world = await openAccessWorld(database.uri);
});
afterAll(() => world.close());

type JsonSchema = Readonly<Record<string, unknown>>;
type Operation = {
  readonly parameters?: readonly {
    in: string;
    name: string;
    required?: boolean;
    schema: JsonSchema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: JsonSchema }>> };
};

const ODD_TEXTS = [
  '',
  ' ',
  '\u202e\u0000',
  '$ne',
  '.*(',
  '../..',
  "'; --",
  '😀'.repeat(50),
  '-1',
  '1e999',
];
const text = fc.oneof(fc.constantFrom(...ODD_TEXTS), fc.string({ unit: 'binary', maxLength: 60 }));
const anything = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.constant(null),
  fc.object({ maxDepth: 2 }),
);

/** Mostly what the schema says, with its edges, and now and then something else altogether. */
function arbitrary(schema: JsonSchema, name = ''): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: fitting(schema, name) },
    { weight: 1, arbitrary: anything },
  );
}

// oxlint-disable-next-line complexity -- one line per kind of schema
function fitting(schema: JsonSchema, name: string): fc.Arbitrary<unknown> {
  const options = (schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined;
  if (options) return fc.oneof(...options.map((option) => fitting(option, name)));
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  if (schema['properties']) return object(schema);
  if (schema['type'] === 'array') {
    return fc.array(arbitrary((schema['items'] ?? {}) as JsonSchema, name), { maxLength: 3 });
  }
  if (schema['type'] === 'integer') return fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.nat(100));
  if (schema['type'] === 'number') return fc.double();
  if (schema['type'] === 'boolean') return fc.boolean();
  if (schema['type'] === 'null') return fc.constant(null);
  if (schema['type'] === 'string') return fc.oneof(likely(schema, name), text, brimful(schema));
  return anything;
}

function object(schema: JsonSchema): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema['properties'] as Record<string, JsonSchema>);
  const arbitraries = fields.map(([field, of]) => [field, arbitrary(of, field)] as const);
  const requiredKeys = (schema['required'] ?? []) as string[];
  return fc.record(Object.fromEntries(arbitraries), { requiredKeys });
}

/** As long as may be, in letters that some count as one and others as two. */
const brimful = ({ maxLength }: JsonSchema): fc.Arbitrary<string> =>
  fc.constantFrom('x', '😀').map((letter) => letter.repeat(Math.min(Number(maxLength) || 1, 400)));

/** Dates, addresses and ids that exist, so that requests come past the first check. */
function likely({ format, pattern }: JsonSchema, name: string): fc.Arbitrary<string> {
  if (format === 'date')
    return fc.constantFrom('2026-03-10', '0001-01-01', '9999-12-31', '2024-02-29');
  if (format === 'date-time')
    return fc.constantFrom('2026-03-10T10:00:00Z', '9999-12-31T23:59:59Z');
  if (format === 'email') return fc.emailAddress();
  if (String(pattern).includes('[0-9a-f]{24}')) {
    const known = idBuilder(name)?.(world.places.home);
    return fc.constantFrom(known ?? '0'.repeat(24), '0'.repeat(24));
  }
  return fc.constantFrom('abc', '1');
}

function request(method: string, url: string, operation: Operation): fc.Arbitrary<Asked> {
  const parameters = operation.parameters ?? [];
  const [inPath, inQuery] = ['path', 'query'].map((place) =>
    parameters.filter((one) => one.in === place),
  );
  const path = fc.tuple(...(inPath ?? []).map(({ name, schema }) => pathPart(name, schema, url)));
  const query = fc.record(
    Object.fromEntries((inQuery ?? []).map(({ name, schema }) => [name, arbitrary(schema, name)])),
    { requiredKeys: [] },
  );
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  return fc
    .tuple(path, query, body ? arbitrary(body) : fc.constant(undefined))
    .map(([parts, filters, payload]) => ({
      method: method.toUpperCase(),
      url: parts.reduce((address, [name, part]) => address.replace(`{${name}}`, part), url),
      query: Object.fromEntries(
        Object.entries(filters).map(([key, value]) => [key, asText(value)]),
      ),
      ...(payload === undefined
        ? {}
        : { payload: JSON.stringify(payload), headers: { 'content-type': 'application/json' } }),
    }));
}

/** Half of the time something that exists, so that the room itself is reached. */
function pathPart(name: string, schema: JsonSchema, url: string): fc.Arbitrary<[string, string]> {
  const pattern = url.replace(/\{(\w+)\}/g, ':$1');
  const known = isIdName(name) ? idBuilder(name, pattern)?.(world.places.home) : undefined;
  const odd = arbitrary(schema, name).map(asText);
  const part = known ? fc.oneof(fc.constant(known), odd) : odd;
  return part.map((value) => [name, encodeURIComponent(value.toWellFormed()) || '-']);
}

const asText = (value: unknown) =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed();

describe('whatever is sent', () => {
  it(
    'is answered without an error of ours',
    async () => {
      const { paths } = world.app.swagger() as unknown as {
        paths: Record<string, Record<string, Operation>>;
      };
      const operations = Object.entries(paths).flatMap(([url, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({ method, url, operation })),
      );
      expect(operations.length).toBeGreaterThan(20);

      for (const { method, url, operation } of operations) {
        // Signing out would end the session that the rest of this test works with.
        if (method === 'delete' && url === '/api/session') continue;
        await fc.assert(
          fc.asyncProperty(request(method, url, operation), async (asked) => {
            const answer = await world.ask(world.people['agency-administrator'], asked);
            expect(
              answer.statusCode,
              `${JSON.stringify(asked)} ${answer.body.slice(0, 300)}`,
            ).toBeLessThan(500);
          }),
          { numRuns: RUNS, seed: SEED },
        );
      }
    },
    TIME_LIMIT_MS,
  );
});
