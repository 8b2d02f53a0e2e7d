import './check-node.mjs';
import { ensureModules } from './ensure-modules.mjs';
import { ensureMongod } from './ensure-mongod.mjs';
import { ensureNode } from './ensure-node.mjs';
import { ensureWeb } from './ensure-web.mjs';
import { runInning } from './run-inning.mjs';
import { runEntry } from './set-up-error.mjs';
import { createStages } from './stages.mjs';

// npm start: everything that a fresh machine lacks, then the platform itself.
await runEntry(async () => {
  const stages = createStages();
  await ensureModules(stages);
  const node = await ensureNode(stages);
  const mongod = await ensureMongod(stages, node);
  await ensureWeb(stages, node);
  return runInning({ node, mongod, args: ['start', ...process.argv.slice(2)] });
});
