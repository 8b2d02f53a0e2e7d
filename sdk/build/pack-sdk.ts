import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSdk } from './build-sdk.ts';
import { runTool } from './run-tool.ts';

/** Builds the SDK and packs it into one `.tgz` in `folder`. Returns the name of the file. */
export async function packSdk(folder: string): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'inning-sdk-'));
  try {
    const built = await buildSdk(join(scratch, 'package'));
    const args = ['pack', built, '--pack-destination', resolve(folder), '--json', '--silent'];
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    return packedName(await runTool(npm, args, scratch));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** npm answers a list, and since its version 12 an object by package name. */
function packedName(answer: string): string {
  const packed = Object.values(JSON.parse(answer) as Record<string, { filename: string }>);
  const [first] = packed;
  if (!first) throw new Error('npm packed nothing');
  return first.filename;
}

if (import.meta.main) process.stdout.write(`${await packSdk(process.argv[2] ?? '.')}\n`);
