import { fileURLToPath } from 'node:url';
import { projectDir } from './folders.mjs';
import { runCommand } from './run-command.mjs';

const MEMORY_SERVER = fileURLToPath(new URL('memory-server-mongod.mjs', import.meta.url));
const STALL_MS = 60_000;

/**
 * The mongod that mongodb-memory-server has in its cache, or else downloads from MongoDB's site.
 * Answers `{ path, source }` or `{ problem }`; where the network is closed, within seconds.
 */
export async function downloadMongod({ stages, node, env }) {
  let result = await ask('find', { node, env });
  if (result.missing) {
    result = await stages.work("Downloading MongoDB from MongoDB's own site", async (say) => {
      const answer = await ask('download', { node, env, say });
      if (answer.problem) say(answer.problem);
      return answer;
    });
  }
  return result;
}

/** In a process of its own: it must run on Node 24, and it may be stopped when it hangs. */
async function ask(what, { node, env, say = () => {} }) {
  const { code, output } = await runCommand(node, [MEMORY_SERVER, what], {
    cwd: projectDir,
    stallMs: STALL_MS,
    // The memory server checks certificates only when npm's setting says so in the environment.
    env: { ...env, npm_config_strict_ssl: 'true', NODE_USE_ENV_PROXY: '1' },
    onOutput(text) {
      const progress = /(\d+(\.\d+)?)% \(([^)]*)\)/.exec(text);
      if (progress) say(`${progress[1]}% (${progress[3]})`);
    },
  });
  const answer = /^ANSWER (.*)$/m.exec(output);
  if (answer) return JSON.parse(answer[1]);
  return { problem: `The download of MongoDB stopped (exit code ${code}): ${lastLine(output)}` };
}

function lastLine(output) {
  return output.split('\n').at(-1) || 'without a word';
}
