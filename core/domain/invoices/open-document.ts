import type { Readable } from 'node:stream';
import type { Id, Scope } from '../../store/index.ts';
import { FileNotFoundError, type FileStore } from '../files/index.ts';
import type { Invoice } from './invoice.model.ts';
import type { InvoiceDocument } from './invoice-document.ts';

export type OpenedDocument = { readonly document: InvoiceDocument; readonly content: Readable };

/** A document of an invoice, to be streamed. Throws `FileNotFoundError` and `InvoiceNotFoundError`. */
export const createOpenDocument =
  (files: FileStore, get: (scope: Scope, id: Id) => Promise<Invoice>) =>
  async (scope: Scope, invoiceId: Id, documentId: Id): Promise<OpenedDocument> => {
    const invoice = await get(scope, invoiceId);
    const documents = invoice.documents as unknown as InvoiceDocument[];
    const document = documents.find((one) => one._id.equals(documentId));
    if (!document) throw new FileNotFoundError(documentId.toHexString());
    const { content } = await files.open(scope, document.fileId);
    return { document, content };
  };
