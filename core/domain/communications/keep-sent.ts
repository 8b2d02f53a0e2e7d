import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type Id, type Scope, type Store, systemScope } from '../../store/index.ts';
import type { Communication } from './communication.model.ts';
import { sentDocuments } from './sent-document.model.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

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
    async keepSent(letters: readonly KeptLetter[]): Promise<void> {
      const packed = await Promise.all(
        letters.map(({ letter: { subject, html, text } }) =>
          pack(JSON.stringify({ subject, html, text })),
        ),
      );
      await table.in(systemScope('letters of many administrations leave together')).bulk(
        letters.map(({ row, letter: { fingerprint } }, index) => ({
          filter: { _id: row._id },
          update: {
            $set: { fingerprint, packed: packed[index] },
            $setOnInsert: {
              agencyId: row.agencyId,
              creditorId: row.creditorId,
              administrationId: row.administrationId,
            },
          } as never,
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
