import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Clock, invariant } from '@inning/sdk';
import mongoose from 'mongoose';
import {
  type AdministrationKey,
  type Id,
  isDuplicateKey,
  newId,
  type Scope,
  type Store,
} from '../../store/index.ts';
import { FileNotFoundError } from './files.errors.ts';
import { type StoredFile, storedFiles } from './stored-file.model.ts';

export type NewFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};
export type FileStore = ReturnType<typeof createFileStore>;

/**
 * Keeps files as they came, once per administration however often they come. The table knows who may
 * see a file; bytes are only reached through it, so that a foreign id is not found.
 */
export function createFileStore({ store, clock }: { store: Store; clock: Clock }) {
  const table = (scope: Scope) => store.table(storedFiles).in(scope);
  const bucket = () => {
    const { db } = store.connection;
    invariant(db, 'the store is connected');
    return new mongoose.mongo.GridFSBucket(db, { bucketName: 'file-contents' });
  };

  async function find(scope: Scope, fileId: Id): Promise<StoredFile> {
    const found = await table(scope).byId(fileId);
    if (!found) throw new FileNotFoundError(fileId.toHexString());
    return found;
  }

  /** Storing the same bytes again returns the file that is there. Bytes first, then the row: an interrupted store leaves no file that cannot be read. */
  async function save(scope: Scope, place: AdministrationKey, file: NewFile): Promise<StoredFile> {
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const byContent = { administrationId: place.administrationId, sha256 };
    const known = await table(scope).findOne(byContent);
    if (known) return known;

    const _id = newId();
    const upload = bucket().openUploadStreamWithId(_id, file.name, {
      metadata: { ...place, sha256 },
    });
    await pipeline(Readable.from([Buffer.from(file.bytes)]), upload);
    try {
      return await table(scope).insert({
        _id,
        ...place,
        name: file.name,
        mediaType: file.mediaType,
        sizeBytes: file.bytes.byteLength,
        sha256,
        storedAt: clock.now(),
      });
    } catch (error) {
      const first = isDuplicateKey(error) ? await table(scope).findOne(byContent) : null;
      await bucket().delete(_id);
      if (first) return first;
      throw error;
    }
  }

  /** Throws `FileNotFoundError` for a file outside the scope. */
  async function open(scope: Scope, fileId: Id): Promise<{ file: StoredFile; content: Readable }> {
    const file = await find(scope, fileId);
    return { file, content: bucket().openDownloadStream(file._id) };
  }

  return {
    save,
    open,
    async read(scope: Scope, fileId: Id): Promise<{ file: StoredFile; bytes: Buffer }> {
      const { file, content } = await open(scope, fileId);
      return { file, bytes: Buffer.concat(await content.toArray()) };
    },
  };
}
