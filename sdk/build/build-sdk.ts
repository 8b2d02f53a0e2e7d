import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publishedPackage, type WorkspacePackage } from './published-package.ts';
import { runTool } from './run-tool.ts';

export const SDK_DIR = fileURLToPath(new URL('../', import.meta.url));

/** Builds `sdk/dist`: JavaScript, declarations and a package.json for publishing. Returns the folder. */
export async function buildSdk(outDir = join(SDK_DIR, 'dist')): Promise<string> {
  await rm(outDir, { recursive: true, force: true });
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin/tsc',
  );
  const settings = join(SDK_DIR, 'tsconfig.build.json');
  await runTool(process.execPath, [compiler, '-p', settings, '--outDir', outDir], SDK_DIR);
  const own = JSON.parse(await readFile(join(SDK_DIR, 'package.json'), 'utf8')) as WorkspacePackage;
  await writeFile(
    join(outDir, 'package.json'),
    `${JSON.stringify(publishedPackage(own), null, 2)}\n`,
  );
  const readme = await readFile(join(SDK_DIR, 'README.md'), 'utf8');
  await writeFile(join(outDir, 'README.md'), readme);
  return outDir;
}

if (import.meta.main) process.stdout.write(`${await buildSdk()}\n`);
