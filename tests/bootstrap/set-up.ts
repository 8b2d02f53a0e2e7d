import { execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const FOLDER = new URL('../../bootstrap/', import.meta.url);

/** The plain JavaScript of the set-up has no types; a test names what it expects to find. */
export async function loadSetUp<Module>(name: string): Promise<Module> {
  return (await import(new URL(name, FOLDER).href)) as Module;
}

/** Runs a script that may import from the set-up by `load(name)`. */
export function startScript(body: string, env: NodeJS.ProcessEnv) {
  const script = `const load = (name) => import(new URL(name, ${JSON.stringify(FOLDER.href)}));\n${body}`;
  const args = ['--input-type=module', '-e', script];
  return spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

export async function runTool(name: string, args: readonly string[]) {
  const path = fileURLToPath(new URL(name, FOLDER));
  const run = promisify(execFile)(process.execPath, [path, ...args]);
  try {
    return { code: 0, ...(await run) };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string };
    return { code: failed.code, stdout: failed.stdout, stderr: failed.stderr };
  }
}
