import { join } from 'node:path';
import './check-node.mjs';
import { ensureModules } from './ensure-modules.mjs';
import { ensureMongod } from './ensure-mongod.mjs';
import { ensureNode } from './ensure-node.mjs';
import { projectDir } from './folders.mjs';
import { runInning } from './run-inning.mjs';
import { runEntry } from './set-up-error.mjs';
import { createStages } from './stages.mjs';

const BENCHES = join(projectDir, 'tests', 'bench', 'main.ts');

// npm run bench -- NAME: quiet itself, so that --json prints one object and nothing else.
await runEntry(async () => {
  const stages = createStages({ quiet: true });
  await ensureModules(stages);
  const node = await ensureNode(stages);
  const mongod = await ensureMongod(stages, node);
  return runInning({ node, mongod, main: BENCHES, args: process.argv.slice(2) });
});
