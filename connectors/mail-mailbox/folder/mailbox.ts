import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { invariant } from '@inning/sdk';
import { createFolderIndex } from './folder-index.ts';
import { type MailEntry, readEntry } from './mail-entry.ts';

export type MailPage = {
  readonly items: readonly MailEntry[];
  /** The id to go on after, or null when these were the last. */
  readonly next: string | null;
  readonly total: number;
};
type PartOfList = { readonly limit?: number; readonly after?: string };
export type Mailbox = ReturnType<typeof createMailbox>;

const MAIL_ID = /^[0-9a-f]{32}$/;
const AGENCY_ID = /^[0-9a-f]{24}$/;

/**
 * A folder per agency with a file per mail, named after the mail's key. The files are the truth: a
 * file is there whole or not at all, and the index beside them only saves reading them again.
 */
export function createMailbox(folder: string) {
  const indexes = new Map<string, ReturnType<typeof createFolderIndex>>();
  const writing = new Map<string, Promise<void>>();
  let drafts = 0;

  const folderOf = (agencyId: string | null) => {
    invariant(agencyId === null || AGENCY_ID.test(agencyId), 'an agency has a hexadecimal id');
    return join(folder, agencyId ?? 'installation');
  };
  const indexOf = (own: string) => {
    const index = indexes.get(own) ?? createFolderIndex(own);
    indexes.set(own, index);
    return index;
  };

  async function write(own: string, id: string, compose: () => Promise<Buffer>): Promise<void> {
    const path = join(own, `${id}.eml`);
    if (await exists(path)) return;
    const eml = await compose();
    await mkdir(own, { recursive: true });
    drafts += 1;
    const draft = join(own, `${id}.${process.pid}-${drafts}.draft`);
    try {
      await writeFile(draft, eml);
      await rename(draft, path);
    } finally {
      await rm(draft, { force: true });
    }
    await indexOf(own).add(await readEntry(path, id, eml));
  }

  return {
    /** Keeps a mail under its key and returns its id. A key that is there already keeps its mail. */
    async keep(agencyId: string | null, key: string, compose: () => Promise<Buffer>) {
      const own = folderOf(agencyId);
      const id = createHash('sha256').update(key).digest('hex').slice(0, 32);
      const path = join(own, id);
      const busy = writing.get(path) ?? write(own, id, compose);
      writing.set(path, busy);
      await busy.finally(() => writing.delete(path));
      return id;
    },

    /** The mails of an agency, newest first, from the one after `after`. */
    async list(agencyId: string | null, part: PartOfList = {}): Promise<MailPage> {
      const own = folderOf(agencyId);
      const ids = (await filesIn(own))
        .filter((name) => name.endsWith('.eml'))
        .map((name) => name.slice(0, -'.eml'.length))
        .filter((id) => MAIL_ID.test(id));
      return pageOf(await indexOf(own).entries(ids), part);
    },

    /** The mail as it was written, or null when this agency has none by that id. */
    async read(agencyId: string | null, id: string): Promise<Buffer | null> {
      if (!MAIL_ID.test(id)) return null;
      return readFile(join(folderOf(agencyId), `${id}.eml`)).catch(absent);
    },
  };
}

/** A page after a mail that is no longer there is empty, not the first page again. */
function pageOf(entries: readonly MailEntry[], { limit = 50, after }: PartOfList): MailPage {
  const position = after === undefined ? -1 : entries.findIndex(({ id }) => id === after);
  const isGone = after !== undefined && position === -1;
  const from = isGone ? entries.length : position + 1;
  const items = entries.slice(from, from + limit);
  const isMore = from + limit < entries.length;
  return { items, next: isMore ? (items.at(-1)?.id ?? null) : null, total: entries.length };
}

const exists = async (path: string) => (await stat(path).catch(absent)) !== null;
const filesIn = async (path: string) => (await readdir(path).catch(absent)) ?? [];

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
