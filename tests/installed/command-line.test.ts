import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../core/cli/cli.ts';
import { testDatabase } from '../kit/database.ts';
import { openPluginWorld, type PluginWorld } from '../kit/plugin-world.ts';

const database = testDatabase();
let world: PluginWorld;
let folder: string;
let server: Server;
beforeAll(async () => {
  world = await openPluginWorld(database.uri);
  await world.agency('noord');
  await world.agency('zuid');
  folder = await mkdtemp(join(tmpdir(), 'inning-install-'));
  const permissions = { claim: ['openCents'], hosts: ['api.example.com'] };
  await writeFile(join(folder, 'echo.inning'), await world.pack({ permissions }));
  const newer = await world.pack({ version: '1.1.0', permissions });
  server = createServer((request, answer) => {
    answer.statusCode = request.url === '/echo.inning' ? 200 : 404;
    answer.end(answer.statusCode === 200 ? newer : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server?.close(resolve));
  await world?.close();
  await rm(folder, { recursive: true, force: true });
});

async function inning(line: string) {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runCli(line.split(' '), {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    env: { MONGODB_URI: database.uri, INNING_DATA_DIR: folder },
    cwd: folder,
  });
  return { exitCode, out: out.join('\n'), err: err.join('\n') };
}
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

describe('inning plugin', () => {
  it('shows what a plugin asks for in plain words, and installs it for who agrees', async () => {
    const asked = await inning('plugin install echo.inning --agency noord');
    expect(asked).toMatchObject({ exitCode: 1 });
    expect(asked.out).toContain('Reads what is owed');
    expect(asked.out).toContain('api.example.com');

    const agreed = await inning('plugin install echo.inning --agency noord --yes');

    expect(agreed.exitCode, agreed.err).toBe(0);
    expect(agreed.out).toContain('echo 1.0.0 is in use at noord');
    expect((await inning('plugin list --agency noord')).out).toMatch(/echo +1\.0\.0 +active/);
    expect((await inning('plugin list --agency zuid')).err).toContain('installed no plugins');
  });

  it('updates from an address, and takes the plugin away', async () => {
    const updated = await inning(`plugin update ${address()}/echo.inning --agency noord`);
    expect(updated.exitCode, updated.err).toBe(0);
    expect(updated.out).toContain('echo 1.1.0 is in use');

    expect(await inning('plugin uninstall echo --agency noord')).toMatchObject({ exitCode: 0 });
    expect(await inning('plugin uninstall echo --agency noord')).toMatchObject({ exitCode: 3 });
  });

  it.each([
    ['plugin install echo.inning --yes', 2, 'Say which agency'],
    ['plugin install nothing.inning --agency noord', 3, 'nothing.inning'],
    ['plugin install http://example.com/echo.inning --agency noord', 2, 'https'],
    ['plugin list --agency west', 3, 'no agency called west'],
  ])('%s ends with %i and says why', async (line, exitCode, text) => {
    const answer = await inning(line);

    expect(answer.exitCode, answer.err).toBe(exitCode);
    expect(answer.err).toContain(text);
  });

  it('says what an address answered', async () => {
    const answer = await inning(`plugin install ${address()}/other --agency noord`);

    expect(answer.exitCode).toBe(1);
    expect(answer.err).toContain('the answer was 404');
  });
});
