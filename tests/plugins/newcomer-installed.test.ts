import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemScope } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { openPluginWorld, type PluginWorld } from '../kit/plugin-world.ts';
import { inning, scratchDir } from './run-inning.ts';

const database = testDatabase();
const scope = systemScope('a test looks at everything');
let world: PluginWorld;
const before = process.env['MONGODB_URI'];
beforeAll(async () => {
  world = await openPluginWorld(database.uri);
  process.env['MONGODB_URI'] = database.uri;
});
afterAll(async () => {
  process.env['MONGODB_URI'] = before;
  await world?.close();
});

/** Seven commands, each a process of its own. */
const SLOW = 180_000;

describe('a newcomer with an Inning', () => {
  it(
    'gets from nothing to a block of an agency that runs in a flow, each step one command',
    async () => {
      const place = await world.agency('kantoor');
      const home = await scratchDir();
      const file = 'call-first-1.0.0.inning';
      for (const words of [
        'new call-first',
        'pack call-first',
        'keys new me.key',
        `sign ${file} --key me.key`,
        `verify ${file} --key me.key.pub`,
        'trust add me.key.pub --name Mij',
        `install ${file} --agency kantoor --yes`,
      ]) {
        const said = await inning(home, 'plugin', ...words.split(' '));
        expect(said, `${words}: ${said.err}`).toMatchObject({ code: 0 });
      }
      const listed = await inning(home, 'plugin', 'list');
      expect(listed.out).toContain('call-first');

      // The server that runs meanwhile has the block without a restart.
      await world.flowWith(place, 'call-first.ask-somebody', {
        outcomes: ['asked', 'too-small'],
        config: { fromCents: 5_000 },
      });
      await world.overdue(place, 1);
      await world.work();
      const [instance] = await world.instancesOf(place);
      const steps = await world.app.flows.instances.path(scope, instance!._id);
      expect(steps.map(({ nodeId, outcome }) => `${nodeId} ${outcome}`)).toContain('act asked');

      // While the next version is written, the agency has what was saved last.
      const index = join(home, 'call-first', 'src', 'index.ts');
      const text = await readFile(index, 'utf8');
      await writeFile(index, text.replace("version: '1.0.0'", "version: '1.0.1'"));
      const dev = [
        'plugin',
        'dev',
        'call-first',
        '--once',
        '--key',
        'me.key',
        '--agency',
        'kantoor',
      ];
      for (const round of ['first', 'second']) {
        const said = await inning(home, ...dev);
        expect(said, `${round} ${said.err} ${said.out}`).toMatchObject({ code: 0 });
        expect(said.out).toMatch(/call-first 1\.0\.1-dev\.\d+ is in use at kantoor/);
      }

      const refused = await inning(home, 'plugin', 'install', 'call-first/package.json', '--yes');
      expect(refused.code).toBe(1);
    },
    SLOW,
  );
});
