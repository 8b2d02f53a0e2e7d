import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ICON, README } from '../../../tests/kit/a-package.ts';
import { testDatabase } from '../../../tests/kit/database.ts';
import { runCli } from '../cli.ts';

const database = testDatabase();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inning-plugin-'));
  await mkdir(join(folder, 'greeter'));
  await writeFile(join(folder, 'greeter', 'plugin.ts'), PLUGIN);
  await writeFile(join(folder, 'greeter', 'README.md'), README);
  await writeFile(join(folder, 'greeter', 'icon.svg'), ICON);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const PLUGIN = `import { defineAction, definePlugin, Type } from '@inning/sdk';
import { greet } from './greet.ts';

const hello = defineAction({
  id: 'greeter.say-hello', version: 1, title: { en: 'Say hello' },
  description: { en: 'Puts a greeting on the list' }, icon: 'hand',
  config: Type.Object({}), outcomes: { said: { en: 'Said' } }, ports: ['tasks'],
  async run({ ports, claim }) {
    await ports.tasks.create({ kind: 'to-do', title: greet(claim.debtor.name) });
    return { outcome: 'said' };
  },
});
export const plugin = definePlugin({
  id: 'greeter', version: '1.0.0', sdk: '^0.1.0', title: { en: 'Greeter' },
  description: { en: 'Greets' }, settings: Type.Object({}),
  permissions: { claim: ['debtor.name'] },
  setup(host) { host.actions.add(hello); },
});
`;

// Nothing here may look for a database, save what is told where it is.
async function inning(
  line: string,
  env: NodeJS.ProcessEnv = { MONGODB_URI: 'mongodb://nowhere.invalid' },
) {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runCli(line.split(' '), {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    env: { INNING_DATA_DIR: folder, ...env },
    cwd: folder,
  });
  return { exitCode, out: out.join('\n'), err: err.join('\n') };
}

describe('inning plugin', () => {
  it('makes the same package wherever the sources lie, asking the code in the sandbox', async () => {
    const greet = 'export const greet = (name: string) => `Hello ${name}`;\n';
    await writeFile(join(folder, 'greeter', 'greet.ts'), greet);
    await cp(join(folder, 'greeter'), join(folder, 'deep', 'down', 'other'), { recursive: true });
    // What lies above the folder of a plugin is not part of it.
    await writeFile(join(folder, 'deep', 'tsconfig.json'), '{"compilerOptions":{"strict":false}}');

    const one = await inning('plugin pack greeter');
    const two = await inning('plugin pack deep/down/other --out two.inning --json');

    expect([one.exitCode, two.exitCode]).toEqual([0, 0]);
    expect(one.err).toContain('Puts tasks on the task list');
    const [first, second] = await Promise.all(
      ['greeter-1.0.0.inning', 'two.inning'].map((file) => readFile(join(folder, file))),
    );
    expect(first).toEqual(second);
    expect(JSON.parse(two.out)).toMatchObject({ id: 'greeter', size: second!.length });
    expect(first!.toString()).not.toContain(folder);
  });

  it('makes a key once, signs with it, and verifies whom it was told to trust', async () => {
    await inning('plugin keys new mine');
    await inning('plugin keys new other');
    expect((await stat(join(folder, 'mine'))).mode & 0o777).toBe(0o600);
    expect(await inning('plugin keys new mine')).toMatchObject({ exitCode: 2 });
    const shown = JSON.parse((await inning('plugin keys show mine.pub --json')).out);

    expect(await inning('plugin verify two.inning')).toMatchObject({
      exitCode: 1,
      err: 'PACKAGE_UNSIGNED: Nobody signed this package of plugin greeter.',
    });
    const signed = await inning('plugin sign two.inning --key mine --json');
    const again = await inning('plugin sign two.inning --key mine --json');
    expect(JSON.parse(signed.out)).toMatchObject({ keyId: shown.keyId, version: '1.0.0' });
    expect(again.out).toBe(signed.out);
    await inning('plugin sign two.inning --key other --counter --out three.inning');

    const verified = await inning('plugin verify three.inning --key mine.pub --json');
    expect(verified.exitCode).toBe(0);
    expect(JSON.parse(verified.out)).toMatchObject({
      isOk: true,
      keyId: shown.keyId,
      counterKeys: [expect.stringMatching(/^[0-9a-f]{64}$/)],
      asks: { claim: ['debtor.name'], nodePorts: ['tasks'] },
    });
    const strange = await inning('plugin verify two.inning --key other.pub --no-run --json');
    expect(strange.exitCode).toBe(1);
    expect(JSON.parse(strange.out)).toMatchObject({ isOk: false, code: 'PUBLISHER_UNKNOWN' });
  });

  it('says where a package was changed', async () => {
    const bytes = await readFile(join(folder, 'two.inning'));
    bytes.write('X', bytes.indexOf('Hello '));
    await writeFile(join(folder, 'changed.inning'), bytes);

    const changed = await inning('plugin verify changed.inning');

    expect(changed).toMatchObject({ exitCode: 1 });
    expect(changed.err).toContain(
      'PACKAGE_MODIFIED: This package was changed after it was made: plugin.js',
    );
  });

  it.each([
    ['plugin', 2, 'Usage: inning plugin SUBCOMMAND'],
    ['plugin sing x', 2, 'Did you mean `inning plugin sign`?'],
    ['plugin sign two.inning', 2, '--key KEYFILE'],
    ['plugin sign two.inning --key two.inning', 1, 'not a key'],
    ['plugin sign nothing --key mine', 3, 'There is no file'],
    ['plugin verify mine', 1, 'PACKAGE_INVALID'],
    ['plugin verify /dev/zero', 1, 'is not a file'],
    ['plugin pack nothing', 1, 'There is no plugin in'],
    ['plugin pack broken', 1, 'plugin.ts:1: Could not resolve "node:fs"'],
    ['plugin pack nameless', 1, 'No matching export'],
    ['plugin keys rotate mine', 2, 'rotate OLDFILE NEWFILE'],
    ['plugin trust add mine.pub', 2, '--name NAME'],
  ])('tells what is wrong with `inning %s`', async (line, exitCode, words) => {
    await mkdir(join(folder, 'broken'), { recursive: true });
    await writeFile(
      join(folder, 'broken', 'plugin.ts'),
      "export { readFile as plugin } from 'node:fs';",
    );
    await mkdir(join(folder, 'nameless'), { recursive: true });
    await writeFile(join(folder, 'nameless', 'plugin.ts'), 'export const other = 1;');

    const said = await inning(line);

    expect(said).toMatchObject({ exitCode });
    expect(said.err).toContain(words);
  });

  it('helps with each of its subcommands', async () => {
    for (const verb of ['pack', 'keys', 'sign', 'verify', 'trust']) {
      expect((await inning('plugin --help')).out).toContain(`  ${verb} `);
      expect((await inning(`plugin ${verb} --help`)).out).toContain(`Usage: inning plugin ${verb}`);
      expect((await inning(`help plugin ${verb}`)).out).toContain(`Usage: inning plugin ${verb}`);
    }
  });

  it('keeps whom the operator trusts', async () => {
    const env = { MONGODB_URI: database.uri };
    await inning('plugin keys new next');
    await writeFile(join(folder, 'turn.json'), (await inning('plugin keys rotate mine next')).out);
    const trust = (line: string) => inning(`plugin trust ${line}`, env);

    expect((await trust('add mine.pub --name Me')).exitCode).toBe(0);
    expect((await trust('add mine.pub --name Again')).exitCode).toBe(1);
    expect((await trust('rotate turn.json')).exitCode).toBe(0);
    expect((await trust('revoke version greeter@1.0.0 --reason Broken')).exitCode).toBe(0);
    const list = await trust('list');
    expect(list.out.split('\n')).toHaveLength(3);
    expect(list.out).toContain('revoked version greeter@1.0.0: Broken');
    expect((await trust('remove Me')).exitCode).toBe(0);
    expect((await trust('remove Me')).exitCode).toBe(3);
  });
});
