import { watch } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Sandbox } from '../../sandbox/index.ts';
import type { CommandIo } from '../command.ts';
import { runUntilStopped } from '../run-until-stopped.ts';
import { openLiveTrial } from './live-trial.ts';
import { defineSubcommand } from './subcommand.ts';
import { openSandbox } from './open-sandbox.ts';
import { openWorkbench } from './workbench/open-workbench.ts';
import { sayFinding } from './workbench/say-finding.ts';
import { runTrials } from './workbench/trial.ts';
import { testTrials } from './workbench/trials.ts';

/** An editor writes a file in several steps; what comes within this time is one change. */
const SETTLE_MS = 150;

export const devSubcommand = defineSubcommand({
  name: 'plugin dev',
  summary: 'run a plugin in the sandbox with its examples, again at every change',
  usage: ['plugin dev DIR [--once] [--key KEYFILE [--agency NAME]]'],
  about: [
    'Bundles the plugin, runs every example in the real sandbox and shows what came of it: outcome,',
    'what it asked of the platform, what it said to others. Does so again when a file changes, until it',
    'is stopped. With --key it is also packed, signed and put to use at an agency of the Inning here,',
    'whose operator trusts that key; running servers follow within a second.',
  ].join('\n'),
  options: {
    once: { type: 'boolean', help: 'run it once and stop' },
    key: { type: 'string', value: 'KEYFILE', help: 'install every good change, signed with this' },
    agency: { type: 'string', value: 'NAME', help: 'where, when there are several agencies' },
  },
  words: { min: 1, max: 1 },
  async run({ options, words: [path = ''] }, io) {
    const dir = resolve(io.cwd, path);
    const { key: keyFile, agency } = options;
    const live = keyFile === undefined ? null : await openLiveTrial({ keyFile, agency }, io);
    const sandbox = await openSandbox();
    const round = async () => {
      const isGood = await tryOnce(dir, sandbox, io);
      return isGood && live ? live.install(dir, sandbox) : isGood;
    };
    try {
      const isGood = await round();
      if (options.once) return isGood ? 0 : 1;
      const watching = watchFolder(dir, round);
      io.err(`Waiting for changes in ${dir} ...`);
      await runUntilStopped({ stop: watching.stop, say: io.err });
      return 0;
    } finally {
      await sandbox.close();
      await live?.close();
    }
  },
});

/** Never throws: what is wrong with the plugin is told, and the next change may mend it. */
async function tryOnce(dir: string, sandbox: Sandbox, io: CommandIo): Promise<boolean> {
  try {
    const bench = await openWorkbench(dir, sandbox);
    const { id, version, nodes, ports } = bench.description;
    const parts = [...nodes.map((node) => node.id), ...ports];
    io.out(`${id} ${version}: ${parts.join(', ')} (${bench.size} bytes)`);
    const findings = await runTrials(testTrials(bench), (finding) => io.out(sayFinding(finding)));
    return findings.every(({ state }) => state !== 'failed');
  } catch (error) {
    io.out(`FAIL ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** Calls `onChange` after a change of a source, one at a time. */
function watchFolder(dir: string, onChange: () => Promise<unknown>) {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const watcher = watch(dir, { recursive: true }, (_event, name) => {
    if (name === null || isMade(relative(dir, resolve(dir, name)))) return;
    clearTimeout(timer);
    timer = setTimeout(() => void (running = running.then(onChange)), SETTLE_MS);
  });
  return {
    async stop() {
      clearTimeout(timer);
      watcher.close();
      await running;
    },
  };
}

/** What npm and the compiler write is not a change of the plugin. */
const isMade = (path: string) => /^(node_modules|dist|\.git)$/.test(path.split(sep)[0] ?? '');
