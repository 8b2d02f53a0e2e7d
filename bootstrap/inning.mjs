import './check-node.mjs';
import { ensureModules } from './ensure-modules.mjs';
import { ensureMongod } from './ensure-mongod.mjs';
import { ensureNode } from './ensure-node.mjs';
import { ensureWeb } from './ensure-web.mjs';
import { needsDatabase } from './needs-database.mjs';
import { runInning } from './run-inning.mjs';
import { runEntry } from './set-up-error.mjs';
import { createStages } from './stages.mjs';

// npm run -s inning -- COMMAND: silent itself, so that what the command prints can be piped.
await runEntry(async () => {
  const stages = createStages({ quiet: true });
  const args = process.argv.slice(2);
  await ensureModules(stages);
  const node = await ensureNode(stages);
  const mongod = needsDatabase(args) ? await ensureMongod(stages, node) : null;
  if (args[0] === 'serve') await ensureWeb(stages, node);
  return runInning({ node, mongod, args, cwd: callersFolder() });
});

/** Npm moves to the project's folder; the files that a command names are where the caller is. */
function callersFolder() {
  const { INIT_CWD, npm_lifecycle_event: script } = process.env;
  return script === 'inning' && INIT_CWD ? INIT_CWD : process.cwd();
}
