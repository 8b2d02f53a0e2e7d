import { promisify } from 'node:util';
import { zstdCompressSync, zstdDecompress } from 'node:zlib';
import { type Id, type Scope, type Store, systemScope } from '../../store/index.ts';
import type { Communication } from './communication.model.ts';
import { type SentDocument, sentDocuments } from './sent-document.model.ts';

const unpack = promisify(zstdDecompress);

export type LetterText = { readonly subject: string; readonly html: string; readonly text: string };
export type KeptLetter = {
  readonly row: Communication;
  readonly letter: LetterText & { readonly fingerprint: string };
};

/**
 * Keeps letters exactly as they leave. A letter that is made again under the same id, before it left,
 * replaces its earlier text; what has left is never touched again.
 */
export function createSentDocuments(store: Store) {
  const table = store.table(sentDocuments);

  return {
    async keepSent(letters: readonly KeptLetter[], which: 'new' | 'again'): Promise<void> {
      const scoped = table.in(systemScope('letters of many administrations leave together'));
      const rows = letters.map(sentRow);
      // Nothing is there yet for a new letter; whole rows are quicker to write.
      if (which === 'new') return scoped.insertRaw(rows);
      await scoped.bulk(
        rows.map(({ _id, fingerprint, packed, ...place }) => ({
          filter: { _id },
          update: { $set: { fingerprint, packed }, $setOnInsert: place } as never,
          upsert: true,
        })),
      );
    },

    /** The letter as it was sent, or null when none was kept. */
    async read(scope: Scope, communicationId: Id): Promise<LetterText | null> {
      const row = await table.in(scope).byId(communicationId);
      if (!row) return null;
      // A lean row holds the driver's own binary type.
      const bytes = Buffer.from((row.packed as unknown as { buffer: Uint8Array }).buffer);
      return JSON.parse((await unpack(bytes)).toString('utf8')) as LetterText;
    },
  };
}

function sentRow({ row, letter }: KeptLetter): SentDocument {
  const { subject, html, text, fingerprint } = letter;
  // A letter takes some 50 microseconds; handing it to another thread would take longer.
  const packed = zstdCompressSync(JSON.stringify({ subject, html, text }));
  const { _id, agencyId, creditorId, administrationId } = row;
  return { _id, agencyId, creditorId, administrationId, fingerprint, packed } as never;
}
