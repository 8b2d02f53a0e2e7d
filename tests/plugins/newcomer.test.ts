import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { ActionDefinition } from '@inning/sdk';
import { createMovableClock, runAction } from '@inning/sdk/testing';
import { withSandbox } from '../../core/cli/plugin/open-sandbox.ts';
import { readPackage, readPackageFile } from '../../core/packages/index.ts';
import { sandboxedNodes } from '../../core/sandbox/index.ts';
import { inning, scratchDir, writeFiles } from './run-inning.ts';

const run = promisify(execFile);
/** npm needs its registry; where that is not sure to be there, this part is left out visibly. */
const withNpm = it.skipIf(!process.env['INNING_REQUIRE_ALL'] && !process.env['INNING_WITH_NPM']);

async function scaffold(...options: string[]) {
  const home = await scratchDir();
  const made = await inning(home, 'plugin', 'new', 'call-first', ...options);
  expect(made, made.err).toMatchObject({ code: 0 });
  return { home, dir: join(home, 'call-first') };
}

/** The block of a package, as the engine has it: an action like any other, at work in the sandbox. */
async function runPacked(file: string) {
  const { code, manifest } = readPackage(await readPackageFile(file));
  const clock = createMovableClock();
  return await withSandbox(async (sandbox) => {
    const [node] = sandboxedNodes(manifest.plugin, code, { sandbox, clock });
    const config = { fromCents: 10_000 };
    return await runAction(node as ActionDefinition, { config, claim: { openCents: 12_500 } });
  });
}

describe('a newcomer', () => {
  it('gets from nothing to a signed package, each step one command', async () => {
    const { home, dir } = await scaffold();

    const tested = await inning(home, 'plugin', 'test', 'call-first');
    expect(tested, tested.out).toMatchObject({ code: 0 });
    expect(tested.out).toContain('call-first.ask-somebody, a large claim: asked');

    const checked = await inning(home, 'plugin', 'check', 'call-first', '--min', '100');
    expect(checked, checked.out).toMatchObject({ code: 0 });

    const packed = await inning(home, 'plugin', 'pack', 'call-first');
    expect(packed, packed.err).toMatchObject({ code: 0 });
    const keys = await inning(home, 'plugin', 'keys', 'new', 'me.key');
    expect(keys, keys.err).toMatchObject({ code: 0 });
    const file = 'call-first-1.0.0.inning';
    expect(await inning(home, 'plugin', 'sign', file, '--key', 'me.key')).toMatchObject({
      code: 0,
    });

    const verified = await inning(home, 'plugin', 'verify', file, '--key', 'me.key.pub');
    expect(verified, verified.err).toMatchObject({ code: 0 });
    expect(await readFile(join(dir, 'README.md'), 'utf8')).toContain('# call-first');

    const run = await runPacked(join(home, file));
    expect(run).toMatchObject({ outcome: 'asked', because: { code: 'call-first.asked' } });
    expect(run.asked.map(({ call }) => call)).toEqual(['tasks.create']);
  });

  it('sees at once what a change breaks, and what mends it', async () => {
    const { home, dir } = await scaffold();
    const source = join(dir, 'src', 'ask-somebody.action.ts');
    const text = await readFile(source, 'utf8');

    await writeFiles(dir, {
      'src/ask-somebody.action.ts': text.replace("'too-small', because", "'asked', because"),
    });
    const broken = await inning(home, 'plugin', 'dev', 'call-first', '--once');
    await writeFiles(dir, { 'src/ask-somebody.action.ts': text });
    const mended = await inning(home, 'plugin', 'dev', 'call-first', '--once');

    expect(broken.code).toBe(1);
    expect(broken.out).toContain('it went "asked"');
    expect(mended.code).toBe(0);
  });

  it('who writes a connector starts from one that keeps its contract', async () => {
    const home = await scratchDir();
    const made = await inning(home, 'plugin', 'new', 'sms-acme', '--kind', 'connector');
    expect(made, made.err).toMatchObject({ code: 0 });

    const checked = await inning(home, 'plugin', 'check', 'sms-acme', '--min', '100');
    expect(checked, checked.out).toMatchObject({ code: 0 });
  });

  it('is told what cannot be: names, ports, kinds, and folders that are there', async () => {
    const { home } = await scaffold();
    const make = (...args: string[]) => inning(home, 'plugin', 'new', ...args);

    expect(await make('call-first')).toMatchObject({
      code: 1,
      err: expect.stringContaining('there'),
    });
    expect((await make('Wrong_Name')).err).toContain('lower-case words');
    expect((await make('acme', '--kind', 'connector')).err).toContain('sms-acme');
    expect((await make('fax-acme', '--kind', 'connector', '--port', 'fax')).err).toContain(
      'no port',
    );
    expect(await make('odd', '--kind', 'trigger')).toMatchObject({ code: 2 });
  });

  withNpm('needs nothing but npm to compile and test it', async () => {
    const { dir } = await scaffold();
    const npm = (...args: string[]) => run('npm', args, { cwd: dir });

    await npm('install', '--no-audit', '--no-fund');
    const { stdout } = await npm('test');

    expect(stdout).toMatch(/pass 2/);
  });
});
