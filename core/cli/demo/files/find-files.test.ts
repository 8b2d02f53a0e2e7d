import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFiles, repeatOptions } from './find-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inning-files-'));
  for (const name of ['b.xml', 'a.xml', 'c.csv']) await writeFile(join(folder, name), name);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const names = async (...written: string[]) =>
  (await findFiles(folder, written)).map(({ name }) => name);

describe('the files that a command names', () => {
  it('are paths and patterns, with commas or one by one, each once', async () => {
    expect(await names('*.xml')).toEqual(['a.xml', 'b.xml']);
    expect(await names('c.csv, a.xml', 'a.xml')).toEqual(['c.csv', 'a.xml']);
    expect(await names(join(folder, '*.csv'))).toEqual(['c.csv']);
  });

  it('are missed by name', async () => {
    await expect(names('*.sta')).rejects.toThrow('There is no file *.sta.');
    await expect(names('none.csv')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('an option that a shell filled with many words', () => {
  it('keeps them all, up to the next option', () => {
    const words = ['--invoices', 'a', 'b', '--json', '--statements=c', 'd', '--days', '3'];

    const kept = repeatOptions(words, ['invoices', 'statements']).join(' ');
    expect(kept).toBe('--invoices a --invoices b --json --statements=c --statements d --days 3');
  });

  it('leaves words alone that belong to none', () => {
    expect(repeatOptions(['a', '--json', 'b'], ['invoices'])).toEqual(['a', '--json', 'b']);
  });
});
