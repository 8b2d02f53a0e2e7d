import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runCli } from '../../core/cli/cli.ts';

export type Said = { readonly code: number; readonly out: string; readonly err: string };

/** Runs `inning ARGS` in this process, as if somebody stood in `cwd`. */
export async function inning(cwd: string, ...args: string[]): Promise<Said> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCli(args, {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    env: { ...process.env, INNING_DATA_DIR: join(cwd, '.inning') },
    cwd,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** A folder outside the project, gone after the test. */
export async function scratchDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'inning-newcomer-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

export async function writeFiles(
  dir: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
}
