import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from './folders.mjs';
import { runCommand } from './run-command.mjs';
import { inningEnvironment } from './run-inning.mjs';
import { seconds } from './stages.mjs';

const REPORT = 'tests/output/vitest.json';
const tool = (path) => join(projectDir, 'node_modules', path);

const TYPES = { title: 'Types', args: [tool('typescript/bin/tsc'), '-p', '.'] };
const DESIGNER_TYPES = {
  title: 'Types of the web application',
  args: [tool('typescript/bin/tsc'), '-p', 'designer'],
  needs: 'designer/tsconfig.json',
};
const RULES = { title: 'House rules', args: [tool('oxlint/bin/oxlint'), '--deny-warnings'] };
const LAYOUT = {
  title: 'Layout of the text',
  args: [tool('prettier/bin/prettier.cjs'), '--check', '--cache', '--log-level', 'warn', '.'],
};

/** Runs every check, also after one failed, and answers the exit code of them all together. */
export async function runChecks({ node, mongod, env, filters }) {
  const context = { node, env: { ...inningEnvironment(mongod, env), NODE_ENV: 'test' } };
  const checks = filters.length > 0 ? [] : [TYPES, DESIGNER_TYPES, RULES, LAYOUT];
  checks.push(tests(filters));

  const failed = [];
  for (const check of checks) {
    if (check.needs && !existsSync(join(projectDir, check.needs))) continue;
    if (!(await passes(check, context))) failed.push(check.title);
  }
  if (failed.length > 0) console.error(`\nNot in order: ${failed.join(', ')}.`);
  return failed.length > 0 ? 1 : 0;
}

function tests(filters) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  return { title: 'Tests', args: [tool('vitest/vitest.mjs'), 'run', ...reporters, ...filters] };
}

async function passes({ title, args }, { node, env }) {
  const startedAt = performance.now();
  if (title === 'Tests') rmSync(join(projectDir, REPORT), { force: true });
  console.error(`${title} ...`);
  const { code } = await runCommand(node, args, { cwd: projectDir, env, stdio: 'inherit' });
  console.error(`${title}: ${code === 0 ? 'in order' : 'NOT in order'} (${seconds(startedAt)})`);
  return code === 0;
}
