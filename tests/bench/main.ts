import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';

/** Every benchmark, by the name that `npm run bench -- NAME` takes. */
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  'bank-import': async () => (await import('./bank-import/bank-import.bench.ts')).bankImportBench,
  designer: async () => (await import('./designer/designer.bench.ts')).designerBench,
  flow: async () => (await import('./flow/flow.bench.ts')).flowBench,
  matching: async () => (await import('./matching/matching.bench.ts')).matchingBench,
  sandbox: async () => (await import('./sandbox/sandbox.bench.ts')).sandboxBench,
  statements: async () => (await import('./statements/statements.bench.ts')).statementsBench,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, size: { type: 'string' } },
});
const [name = ''] = positionals;
const load = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
const size = values.size === undefined ? null : Number(values.size);
if (!load || (size !== null && !(Number.isSafeInteger(size) && size > 0))) {
  console.error(`Usage: npm run bench -- NAME [--size N] [--json]`);
  console.error(`NAME is one of: ${Object.keys(BENCHES).join(', ')}.`);
  process.exitCode = 2;
} else {
  const bench = await load();
  const say = values.json ? () => undefined : (line: string) => console.error(line);
  const figures = await bench.run({ size: size ?? bench.size, say });
  if (values.json) console.log(JSON.stringify(figures));
  else for (const [figure, value] of Object.entries(figures)) console.log(`${figure}: ${value}`);
}
