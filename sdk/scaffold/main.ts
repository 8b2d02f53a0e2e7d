#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ScaffoldRefusedError, scaffoldPlugin } from './scaffold-plugin.ts';

const USAGE = 'inning-plugin new DIR [--kind action|connector] [--port PORT] [--id ID]';

/** `npx @inning/sdk new DIR`: writes the files of a new plugin into a folder that does not exist. */
async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { kind: { type: 'string' }, port: { type: 'string' }, id: { type: 'string' } },
  });
  const [verb, dir, ...more] = positionals;
  const { kind = 'action', port } = values;
  const isKind = kind === 'action' || kind === 'connector';
  if (verb !== 'new' || dir === undefined || more.length > 0 || !isKind) {
    throw new ScaffoldRefusedError(USAGE);
  }
  const own = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const folder = resolve(dir);
  const id = values.id ?? basename(folder);
  const files = scaffoldPlugin({ id, kind, ...(port && { port }), sdk: `^${own.version}` });
  await mkdir(dirname(folder), { recursive: true });
  // Fails when it is there already: nothing of anybody is written over.
  await mkdir(folder);
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  process.stdout.write(
    `${folder}: ${files.length} files. Now: cd ${dir} && npm install && npm test\n`,
  );
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
