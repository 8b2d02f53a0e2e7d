import { resolve } from 'node:path';
import { defineSubcommand } from './subcommand.ts';
import { sayFinding } from './workbench/say-finding.ts';
import { withWorkbench } from './workbench/open-workbench.ts';
import { runTrials } from './workbench/trial.ts';
import { testTrials } from './workbench/trials.ts';

export const testSubcommand = defineSubcommand({
  name: 'plugin test',
  summary: 'run the examples of a plugin and the contracts of its ports, in the sandbox',
  usage: ['plugin test DIR [--json]'],
  about: [
    'Bundles the plugin and runs it in the real sandbox, without a database and without an outside',
    'world: who answers is what examples.json says. Exit code 1 when something is not as it should be.',
  ].join('\n'),
  options: { json: { type: 'boolean', help: 'print one JSON object per line' } },
  words: { min: 1, max: 1 },
  async run({ options, words: [dir = ''] }, io) {
    const findings = await withWorkbench(resolve(io.cwd, dir), (bench) =>
      runTrials(testTrials(bench), (finding) =>
        io.out(options.json ? JSON.stringify(finding) : sayFinding(finding)),
      ),
    );
    const failed = findings.filter(({ state }) => state === 'failed').length;
    if (!options.json) io.err(`${findings.length - failed} as they should be, ${failed} not`);
    if (findings.length === 0) io.err('Nothing was tried: there is no examples.json and no port.');
    return failed === 0 && findings.length > 0 ? 0 : 1;
  },
});
