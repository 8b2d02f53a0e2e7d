import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../core/cli/cli.ts';
import { COMMANDS } from '../../core/cli/command-list.ts';
import { explainFailure } from '../../core/cli/frame/explain-failure.ts';
import { parseWords } from '../../core/cli/frame/parse-words.ts';
import { defineCommand } from '../../core/cli/command.ts';
import { testDatabase } from '../kit/database.ts';

const database = testDatabase();
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'inning-cli-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function inning(line: string, env: NodeJS.ProcessEnv = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    env: { INNING_DATA_DIR: dataDir, ...env },
    cwd: dataDir,
  };
  const exitCode = await runCli(line.split(' ').filter(Boolean), io);
  return { exitCode, out: out.join('\n'), err: err.join('\n') };
}

describe('inning', () => {
  it('explains itself, and answers 2 when nothing was asked', async () => {
    const asked = await inning('--help');
    expect(asked).toMatchObject({ exitCode: 0 });
    for (const { name } of COMMANDS) expect(asked.out).toContain(`  ${name} `);

    const nothing = await inning('');
    expect(nothing).toMatchObject({ exitCode: 2, out: '' });
    expect(nothing.err).toContain('Usage: inning COMMAND');
  });

  it('explains every command without running it', async () => {
    for (const { name } of COMMANDS) {
      const { exitCode, out } = await inning(`${name} --help`);
      expect({ name, exitCode }).toEqual({ name, exitCode: 0 });
      expect(out).toContain(`Usage: inning ${name}`);
    }
  });

  it('answers 2 to what it does not know, and says what it may have been', async () => {
    expect(await inning('debtr show 1')).toMatchObject({
      exitCode: 2,
      err: 'There is no command "debtr". Did you mean `inning debtor`?',
    });
    expect(await inning('start --rest')).toMatchObject({
      exitCode: 2,
      err: '`inning start` does not know the option --rest. Did you mean --reset?',
    });
    expect(await inning('events')).toMatchObject({ exitCode: 2 });
    expect((await inning('serve now')).err).toContain('Usage: inning serve');
  });

  it('answers 2 to a wrong setting by its name, and 3 where there is no database', async () => {
    const wrong = await inning('events failed', { PORT: 'x' });
    expect(wrong).toMatchObject({ exitCode: 2 });
    expect(wrong.err).toContain('PORT must be');

    const none = await inning('events failed');
    expect(none).toMatchObject({ exitCode: 3 });
    expect(none.err).toContain('There is no database in');
  });

  it('works on the database of MONGODB_URI', async () => {
    const { exitCode, err } = await inning('events failed', { MONGODB_URI: database.uri });

    expect({ exitCode, err }).toEqual({ exitCode: 0, err: 'No event has failed.' });
  });
});

describe('options and words', () => {
  const command = defineCommand({
    name: 'x',
    usage: ['x FILE...'],
    about: '',
    options: {
      json: { type: 'boolean', help: '' },
      administration: { type: 'string', value: 'NUMBER', help: '' },
      column: { type: 'string', multiple: true, help: '' },
    },
    words: { min: 1, max: 2 },
    run: async () => 0,
  });

  it('are read in any order, several times where that is allowed', () => {
    const { options, words } = parseWords(command, ['a', '--column', 'x=1', '--column=y=2', 'b']);

    expect(words).toEqual(['a', 'b']);
    expect(options).toEqual({ json: false, administration: undefined, column: ['x=1', 'y=2'] });
  });

  it('are refused in a plain sentence', () => {
    const refusal =
      (...args: string[]) =>
      () =>
        parseWords(command, args);

    expect(refusal('a', '--administration')).toThrow('needs a value: --administration=NUMBER.');
    expect(refusal('a', '--json=yes')).toThrow('The option --json takes no value.');
    expect(refusal()).toThrow('Something is missing. Usage: inning x FILE...');
    expect(refusal('a', 'b', 'c')).toThrow('That is too much.');
  });
});

describe('what went wrong', () => {
  it('is told without a stack when it is not our mistake', () => {
    const missing = Object.assign(new Error('x'), { code: 'ENOENT', path: '/a.csv' });
    expect(explainFailure(missing)).toEqual({ exitCode: 3, message: 'There is no file /a.csv.' });
    const busy = Object.assign(new Error('x'), { code: 'EADDRINUSE' });
    expect(explainFailure(busy)).toMatchObject({ exitCode: 1 });
    expect(explainFailure(new TypeError('oops')).message).toContain('cli.test.ts');
  });
});
