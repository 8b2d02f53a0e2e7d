import { describe, expect, it } from 'vitest';
import { loadSetUp } from './set-up.ts';

type NeedsDatabase = { needsDatabase(args: readonly string[]): boolean };

describe('the set-up of a command', () => {
  it.each([
    ['', false],
    ['--help', false],
    ['help flow', false],
    ['start', true],
    ['start --help', false],
    ['flow list', true],
    ['flow lint a.flow.json', false],
    ['statement a.sta', false],
    ['plugin', false],
    ['plugin dev .', false],
    ['plugin pack .', false],
    ['plugin keys new mine', false],
    ['plugin sign a.inning --key mine', false],
    ['plugin verify a.inning', false],
    ['plugin install a.inning', true],
    ['plugin install --help', false],
    ['plugin trust list', true],
    ['plugin something-new', true],
    ['portal', true],
  ])('of `inning %s` brings a database: %s', async (line, isNeeded) => {
    const { needsDatabase } = await loadSetUp<NeedsDatabase>('needs-database.mjs');

    expect(needsDatabase(line === '' ? [] : line.split(' '))).toBe(isNeeded);
  });
});
