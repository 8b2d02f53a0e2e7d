import { spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { PORT_NAMES } from '@inning/sdk';
import { ScaffoldRefusedError, scaffoldPlugin } from '@inning/sdk/scaffold';
import { PROJECT_DIR } from '../../project-dir.ts';
import { UsageError } from '../cli.errors.ts';
import { defineSubcommand } from './subcommand.ts';

const SDK_FOLDER = 'sdk';

export const newSubcommand = defineSubcommand({
  name: 'plugin new',
  summary: 'make the folder of a new plugin',
  usage: ['plugin new DIR [--kind action|connector] [--port PORT] [--id ID]'],
  about: [
    'Writes a plugin that works: sources in TypeScript, a test, examples, an icon and texts in four',
    'languages. The SDK comes along as a package in the folder, so that `npm install` needs nothing but',
    `the npm registry. Ports: ${PORT_NAMES.join(', ')}.`,
  ].join('\n'),
  options: {
    kind: { type: 'string', value: 'KIND', help: 'action (if left out) or connector' },
    port: { type: 'string', value: 'PORT', help: 'what a connector provides; sms if left out' },
    id: { type: 'string', value: 'ID', help: 'the id of the plugin; the name of DIR if left out' },
  },
  words: { min: 1, max: 1 },
  async run({ options, words: [dir = ''] }, io) {
    const { kind = 'action', port } = options;
    if (kind !== 'action' && kind !== 'connector') {
      throw new UsageError(`--kind is action or connector; not "${kind}".`);
    }
    const folder = resolve(io.cwd, dir);
    const id = options.id ?? basename(folder);
    const choice = { id, kind, ...(port !== undefined && { port }) } as const;
    // Everything that can be refused is refused before anything is written.
    scaffoldPlugin({ ...choice, sdk: '' });
    await makeFolder(folder);
    try {
      await writePlugin(folder, choice);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
    io.out(folder);
    io.err(`Now: cd ${dir} && npm install && npm test`);
    return 0;
  },
});

async function writePlugin(
  folder: string,
  choice: Omit<Parameters<typeof scaffoldPlugin>[0], 'sdk'>,
): Promise<void> {
  await mkdir(join(folder, SDK_FOLDER));
  const tarball = await packSdk(join(folder, SDK_FOLDER));
  for (const { path, text } of scaffoldPlugin({
    ...choice,
    sdk: `file:${SDK_FOLDER}/${tarball}`,
  })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Fails when it is there already: nothing of anybody is written over. */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  try {
    await mkdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new ScaffoldRefusedError(`${folder} is there already; a new plugin needs a new folder.`);
  }
}

/** The SDK as others get it, built from this Inning. In a process of its own: it is not part of core. */
async function packSdk(folder: string): Promise<string> {
  const script = join(PROJECT_DIR, 'sdk', 'build', 'pack-sdk.ts');
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [name, problem] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (name += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (problem += text));
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  if (code !== 0) throw new ScaffoldRefusedError(`The SDK cannot be packed: ${problem.trim()}`);
  return name.trim();
}
