import { type AdministrationKey, newId, type Scope } from '../../store/index.ts';
import type { FileStore, NewFile } from '../files/index.ts';
import type { InvoiceDocument } from './invoice-document.ts';

/** Keeps the file and returns what an invoice remembers of it. The same bytes are kept once. */
export async function storeDocument(
  files: FileStore,
  scope: Scope,
  file: NewFile & Partial<Pick<InvoiceDocument, 'kind'>> & { readonly place: AdministrationKey },
): Promise<InvoiceDocument> {
  const stored = await files.save(scope, file.place, file);
  return {
    _id: newId(),
    fileId: stored._id,
    name: file.name,
    mediaType: file.mediaType,
    sizeBytes: stored.sizeBytes,
    sha256: stored.sha256,
    kind: file.kind ?? 'invoice',
  };
}
