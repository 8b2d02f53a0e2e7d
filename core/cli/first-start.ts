import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '../app.ts';
import { agencies } from '../domain/agencies/index.ts';
import { commandScope } from './find-books.ts';

/**
 * Fills an empty installation with a demo agency. Returns what is to be said about it: with whom to
 * sign in. That is kept, so that later starts can say it again.
 */
export async function fillFirstStart(
  app: App,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const note = join(app.config.dataDir, 'demo-users.txt');
  const isEmpty = (await app.store.table(agencies).in(commandScope).count()) === 0;
  if (!isEmpty) return readNote(note);

  await rm(note, { force: true });
  say('Filling this empty installation with a demo agency and its past (once) ...');
  const { seedDemo } = await import('../seed/seed-demo.ts');
  const lines = await seedDemo(app);
  await writeFile(note, lines.join('\n'), { mode: 0o600 });
  return lines;
}

async function readNote(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text === '' ? [] : text.split('\n');
}
