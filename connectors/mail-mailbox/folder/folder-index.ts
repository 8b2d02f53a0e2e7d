import { appendFile, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MailEntry, readEntry } from './mail-entry.ts';

/**
 * The list of one folder. Every process adds a line to `index.jsonl` per mail it writes and reads
 * what others added. A line that was cut off, or that never came, costs reading that mail once.
 */
export function createFolderIndex(folder: string) {
  const path = join(folder, 'index.jsonl');
  const known = new Map<string, MailEntry>();
  let readBytes = 0;
  let sorted: readonly MailEntry[] = [];

  async function readOn(): Promise<void> {
    const text = await textFrom(path, readBytes);
    if (text === null) return void (readBytes = 0);
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    readBytes += Buffer.byteLength(whole);
    for (const line of whole.split('\n')) {
      const entry = parse(line);
      if (entry) known.set(entry.id, entry);
    }
  }

  return {
    async add(entry: MailEntry): Promise<void> {
      // The line break in front closes a line that somebody could not finish.
      await appendFile(path, `\n${JSON.stringify(entry)}\n`);
    },

    /** The entries of these mails, newest first. */
    async entries(ids: readonly string[]): Promise<readonly MailEntry[]> {
      if (ids.some((id) => !known.has(id))) await readOn();
      for (const id of ids.filter((one) => !known.has(one))) {
        const file = join(folder, `${id}.eml`);
        known.set(id, await readEntry(file, id, await readFile(file)));
      }
      const wanted = new Set(ids);
      for (const id of known.keys()) if (!wanted.has(id)) known.delete(id);
      if (sorted.length !== known.size || sorted.some(({ id }) => !known.has(id))) {
        sorted = [...known.values()].sort(newestFirst);
      }
      return sorted;
    },
  };
}

const newestFirst = (a: MailEntry, b: MailEntry) =>
  b.writtenMs - a.writtenMs || (a.id < b.id ? -1 : 1);

/** What was added since, or null when there is no index (any more). */
async function textFrom(path: string, from: number): Promise<string | null> {
  const file = await open(path).catch(() => null);
  if (!file) return null;
  try {
    const { size } = await file.stat();
    if (size < from) return null;
    const bytes = Buffer.alloc(size - from);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    return bytes.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

function parse(line: string): MailEntry | null {
  try {
    const entry = JSON.parse(line) as Partial<MailEntry> | null;
    return typeof entry?.id === 'string' && typeof entry.writtenMs === 'number'
      ? (entry as MailEntry)
      : null;
  } catch {
    return null;
  }
}
