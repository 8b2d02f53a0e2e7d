import { resolve } from 'node:path';
import { UsageError } from '../cli.errors.ts';
import { defineSubcommand } from './subcommand.ts';
import { withWorkbench } from './workbench/open-workbench.ts';
import { sayFinding } from './workbench/say-finding.ts';
import { scoreOf } from './workbench/score.ts';
import { ABOUTS, type Finding, runTrials } from './workbench/trial.ts';
import { checkTrials } from './workbench/trials.ts';

export const checkSubcommand = defineSubcommand({
  name: 'plugin check',
  summary: 'tell how sound a plugin is, with a score',
  usage: ['plugin check DIR|FILE [--min SCORE] [--json]'],
  about: [
    'Tries the plugin in the sandbox: contract, idempotency, retry, timeouts, secrets, permissions it',
    'uses and does not ask for (or asks for and does not use), size. A package is checked without',
    'examples.json. Exit code 1 when something failed or the score is below --min.',
  ].join('\n'),
  options: {
    min: {
      type: 'string',
      value: 'SCORE',
      help: 'the lowest score that is good enough (0 to 100)',
    },
    json: { type: 'boolean', help: 'print one JSON object with score and findings' },
  },
  words: { min: 1, max: 1 },
  async run({ options, words: [path = ''] }, io) {
    const least = leastOf(options.min);
    const findings = await withWorkbench(resolve(io.cwd, path), (bench) =>
      runTrials(checkTrials(bench), () => undefined),
    );
    const score = scoreOf(findings);
    if (options.json) io.out(JSON.stringify({ score, findings }));
    else for (const line of sayCheck(findings, score)) io.out(line);
    const hasFailed = findings.some(({ state }) => state === 'failed');
    return hasFailed || score < least ? 1 : 0;
  },
});

function leastOf(text: string | undefined): number {
  if (text === undefined) return 0;
  if (!/^\d{1,3}$/.test(text) || Number(text) > 100) {
    throw new UsageError(`--min takes a number from 0 to 100; not "${text}".`);
  }
  return Number(text);
}

function sayCheck(findings: readonly Finding[], score: number): string[] {
  const lines = ABOUTS.flatMap((about) => {
    const those = findings.filter((finding) => finding.about === about);
    if (those.length === 0) return [];
    const good = those.filter(({ state }) => state === 'passed').length;
    const bad = those.filter(({ state }) => state !== 'passed');
    return [`${about}: ${good} of ${those.length}`, ...bad.map((one) => `  ${sayFinding(one)}`)];
  });
  return [...lines, `score: ${score} of 100`];
}
