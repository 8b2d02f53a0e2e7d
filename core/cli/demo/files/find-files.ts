import { glob, readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { InputFile } from '@inning/sdk';
import { NotFoundHereError } from '../../cli.errors.ts';

const IS_PATTERN = /[*?[\]{}]/;

/**
 * The files behind what a person wrote: paths and patterns, with commas between or one by one. Throws
 * NotFoundHereError for a pattern that fits nothing; a path that is not there is told by its name.
 */
export async function findFiles(cwd: string, written: readonly string[]): Promise<InputFile[]> {
  const words = written.flatMap((text) => text.split(',')).map((text) => text.trim());
  const paths = new Set<string>();
  for (const word of words.filter((text) => text !== '')) {
    if (IS_PATTERN.test(word)) for (const path of await matching(cwd, word)) paths.add(path);
    else paths.add(resolve(cwd, word));
  }
  return Promise.all(
    [...paths].map(async (path) => ({ name: basename(path), bytes: await readFile(path) })),
  );
}

async function matching(cwd: string, pattern: string): Promise<string[]> {
  const found: string[] = [];
  for await (const path of glob(pattern, { cwd })) found.push(resolve(cwd, path));
  if (found.length === 0) throw new NotFoundHereError(`There is no file ${pattern}.`);
  return found.sort();
}

/**
 * A shell turns `--invoices *.xml` into one option and many words. Every word behind such an option
 * belongs to it: `--invoices a b --json` becomes `--invoices a --invoices b --json`.
 */
export function repeatOptions(words: readonly string[], names: readonly string[]): string[] {
  const options = new Set(names.map((name) => `--${name}`));
  let open: string | null = null;
  return words.flatMap((word) => {
    if (word.startsWith('-')) {
      const [name = ''] = word.split('=', 1);
      open = options.has(name) ? name : null;
      // The first value follows by itself.
      return word === open ? [] : [word];
    }
    return open === null ? [word] : [open, word];
  });
}
