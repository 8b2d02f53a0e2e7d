// Run by download-mongod.mjs with Node 24: `find` looks in the caches, `download` also fetches.
// Answers with one line on stdout: ANSWER {"path", "source"} or {"missing"} or {"problem"}.
import { createRequire } from 'node:module';

const REACHABLE_WITHIN_MS = 4_000;
const require = createRequire(import.meta.url);
const { DryMongoBinary, MongoBinary } = require('mongodb-memory-server-core');
const {
  MongoBinaryDownloadUrl,
} = require('mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl');

async function find() {
  const { version } = DryMongoBinary.getEnsuredOptions();
  const path = await DryMongoBinary.locateBinary({ version });
  if (path) return { path, source: 'in the cache of mongodb-memory-server' };
  return { missing: true };
}

async function download() {
  const url = await new MongoBinaryDownloadUrl(
    await DryMongoBinary.generateOptions(),
  ).getDownloadUrl();
  const refusal = await reach(url);
  if (refusal) return { problem: `MongoDB's download site cannot be used: ${refusal}.` };
  return { path: await MongoBinary.getPath(), source: "downloaded from MongoDB's site" };
}

/** Null when the site answers in time; the real download would try for minutes. */
async function reach(url) {
  try {
    const signal = AbortSignal.timeout(REACHABLE_WITHIN_MS);
    const response = await fetch(url, { method: 'HEAD', signal });
    return response.ok ? null : `it answers ${response.status} to the request for this machine`;
  } catch (error) {
    return error.name === 'TimeoutError'
      ? `no answer within ${REACHABLE_WITHIN_MS / 1000} seconds`
      : (error.cause?.code ?? error.message);
  }
}

try {
  const answer = process.argv[2] === 'download' ? await download() : await find();
  console.log(`\nANSWER ${JSON.stringify(answer)}`);
} catch (error) {
  const problem = `mongodb-memory-server has no MongoDB for this machine: ${error.message}`;
  console.log(`\nANSWER ${JSON.stringify({ problem: problem.replaceAll('\n', ' ') })}`);
}
// A connection that hangs must not keep the answer waiting.
process.exit(0);
