import './check-node.mjs';
import { ensureModules } from './ensure-modules.mjs';
import { ensureMongod } from './ensure-mongod.mjs';
import { ensureNode } from './ensure-node.mjs';
import { ensureWeb } from './ensure-web.mjs';
import { runChecks } from './run-checks.mjs';
import { runEntry } from './set-up-error.mjs';
import { createStages } from './stages.mjs';

// npm test: all checks. npm test -- FILTER: only the test files whose path holds FILTER.
await runEntry(async () => {
  const stages = createStages();
  // Tests never touch a database that the environment happens to point to.
  const { MONGODB_URI: _ignored, ...env } = process.env;
  await ensureModules(stages);
  const node = await ensureNode(stages);
  const mongod = await ensureMongod(stages, node, env);
  await ensureWeb(stages, node);
  return runChecks({ node, mongod, env, filters: process.argv.slice(2) });
});
