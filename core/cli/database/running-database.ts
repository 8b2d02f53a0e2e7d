import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the process that runs the embedded database leaves for others on the same data folder. */
type Note = { readonly uri: string; readonly pid: number };

const noteOf = (dataDir: string) => join(dataDir, 'mongo.json');

/** Tells other commands where the database of this folder is, for as long as it runs. */
export async function announceDatabase(dataDir: string, uri: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const note: Note = { uri, pid: process.pid };
  await writeFile(noteOf(dataDir), JSON.stringify(note), { mode: 0o600 });
  return () => rm(noteOf(dataDir), { force: true });
}

/** The address of the database that another process runs on this folder, or null. */
export async function findRunningDatabase(dataDir: string): Promise<string | null> {
  const text = await readFile(noteOf(dataDir), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const { uri, pid } = JSON.parse(text) as Note;
    return isAlive(pid) ? uri : null;
  } catch {
    // Half a note is as good as none: its writer was stopped while writing it.
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
