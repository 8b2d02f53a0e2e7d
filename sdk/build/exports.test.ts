import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXPORTS_FILE, listEntries, listExports, sayExports } from './list-exports.ts';

describe('the exports of the SDK', () => {
  it('are the ones of exports.txt: a change of the contract is seen (npm run exports -w sdk)', () => {
    expect(sayExports()).toBe(readFileSync(EXPORTS_FILE, 'utf8'));
  });

  it('are all found by the list', async () => {
    for (const { name, path } of listEntries()) {
      const entry = (await import(/* @vite-ignore */ `../${path}`)) as object;
      const values = listExports(path).filter(({ kind }) => kind === 'value');

      expect({ name, values: values.map((one) => one.name).toSorted() }).toEqual({
        name,
        values: Object.keys(entry).toSorted(),
      });
    }
  });
});
