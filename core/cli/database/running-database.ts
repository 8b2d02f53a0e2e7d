import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
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
    return isAlive(pid) && (await answers(uri)) ? uri : null;
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

/** The number of a process that was killed may be another's by now; then nobody listens there. */
function answers(uri: string): Promise<boolean> {
  const { hostname, port } = new URL(uri);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: 1_000 });
    const finish = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', () => finish(true));
    socket.once('timeout', () => finish(false));
    socket.once('error', () => finish(false));
  });
}
