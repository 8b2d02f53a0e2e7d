import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The mails that the trial mailbox keeps in a folder and below it. */
export async function readMailFiles(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  const mails = files.filter((file) => file.endsWith('.eml'));
  return Promise.all(mails.map((file) => readFile(join(folder, file), 'utf8')));
}
