import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PluginDefinition, type PluginHost, Type } from '@inning/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discoverPlugins, PluginsInvalidError } from '../../core/host/index.ts';
import { exportName } from '../../core/host/boot/discover-plugins.ts';
import { action, plugin, registriesOf } from './some-plugins.ts';

function problemsOf(...definitions: PluginDefinition[]): string[] {
  try {
    registriesOf(...definitions);
    return [];
  } catch (error) {
    if (!(error instanceof PluginsInvalidError)) throw error;
    return error.problems.map((one) => `${one.plugin}: ${one.problem}`);
  }
}

describe('setting plugins up', () => {
  it('sets up a plugin after the ones it requires', () => {
    const order: string[] = [];
    const named = (id: string, requires: string[] = []) =>
      plugin(id, { requires, setup: () => void order.push(id) });

    registriesOf(named('a', ['c']), named('b'), named('c', ['b']));

    expect(order).toEqual(['b', 'c', 'a']);
  });

  it('tells the problems of all plugins together', () => {
    const problems = problemsOf(
      plugin('Reminders'),
      plugin('old', { sdk: '^2.0.0', version: 'x' }),
      plugin('lonely', { requires: ['friend'] }),
      plugin('chicken', { requires: ['egg'] }),
      plugin('egg', { requires: ['chicken'] }),
      plugin('twin'),
      plugin('twin'),
      plugin('wrong', { settings: Type.Object({ days: Type.Integer({ default: 1.5 }) }) }),
      plugin('odd', { settings: Type.Object({ x: Type.String({ colour: 'red' }) }) }),
      plugin('leaky', { settings: Type.Object({ pin: Type.Integer({ secret: true }) }) }),
      plugin('broken', {
        setup: () => {
          throw new Error('oops');
        },
      }),
    );

    expect(problems).toEqual([
      'twin: 2 plugins have this id; an id is of one plugin',
      'Reminders: its id is "Reminders"; an id is lower-case words with hyphens',
      'old: its version "x" is not one such as 1.0.0',
      'old: is made for SDK ^2.0.0, and this is SDK 0.1.0',
      'wrong: its settings: the default of "days" must be integer',
      'odd: its settings: is not a valid schema: strict mode: unknown keyword: "colour"',
      'leaky: its settings: "pin" is a secret but not a text',
      'lonely: requires plugin friend, which is not switched on',
      'chicken: requires itself: chicken > egg > chicken',
      'egg: requires itself: egg > chicken > egg',
      'broken: its setup failed: oops',
    ]);
  });

  it('tells what is wrong with the nodes, texts and commands of plugins', () => {
    const problems = problemsOf(
      plugin('letters', {
        setup(host) {
          host.actions.add(action('mail.send-letter'));
          host.actions.add(
            action('letters.send', { outcomes: {}, version: 3, migrate: { 1: (c: object) => c } }),
          );
          host.actions.add(action('letters.post', { skippedOutcome: 'passed', ports: ['fax'] }));
          host.texts.add({ 'other.hello': { en: 'Hello' } });
          host.commands.add({ name: 'Post!', summary: '', usage: '', run: async () => 0 });
        },
      }),
      plugin('more', {
        setup(host) {
          host.actions.add(action('more.do-it'));
          host.actions.add(action('more.do-it'));
        },
      }),
    );

    expect(problems).toEqual([
      'letters: node mail.send-letter must be called letters.<verb-noun>',
      'letters: node letters.send cannot migrate a config from version 2 to 3',
      'letters: node letters.send has no outcomes',
      'letters: node letters.post names "passed" as its skipped outcome, which it does not have',
      'letters: node letters.post asks for port "fax", which does not exist',
      'letters: command "Post!" is not lower-case words with hyphens',
      'letters: text "other.hello" must start with "letters."',
      'more: node "more.do-it" is already there, from plugin more',
    ]);
  });

  it('lets nobody add anything after the boot', () => {
    let kept: PluginHost<never> | undefined;
    registriesOf(plugin('late', { setup: (host) => void (kept = host as never) }));

    expect(() => kept!.actions.add(action('late.act'))).toThrow('after its setup');
  });
});

describe('finding plugins in the folders', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inning-plugins-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function write(path: string, text: string) {
    await mkdir(join(folder, path), { recursive: true });
    await writeFile(join(folder, path, 'index.ts'), text);
  }

  it('reads those that are switched on and says what it could not read', async () => {
    await write('plugins/country-nl', `export const countryNlPlugin = { id: 'country-nl' };`);
    await write('plugins/nameless', `export const other = {};`);
    await write('plugins/asleep', `throw new Error('not to be read');`);
    await write('connectors/mail-smtp', `throw new Error('no nodemailer');`);

    const wanted = ['country-nl', 'nameless', 'mail-smtp', 'ghost'];
    const { found, problems } = await discoverPlugins(folder, wanted);

    expect(found.map((one) => one.definition.id)).toEqual(['country-nl']);
    expect(problems).toEqual([
      { plugin: 'ghost', problem: 'is switched on but not there' },
      { plugin: 'nameless', problem: 'its index.ts does not export `namelessPlugin`' },
      { plugin: 'mail-smtp', problem: 'cannot be loaded: no nodemailer' },
    ]);
  });

  it('knows the export by the folder', () => {
    expect(exportName('bank-camt053')).toBe('bankCamt053Plugin');
  });
});
