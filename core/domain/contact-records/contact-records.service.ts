import type { CalendarDate, Clock } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Readable } from 'node:stream';
import type { EventPublisher } from '../../events/index.ts';
import type { Id, Scope, Store } from '../../store/index.ts';
import { DebtorNotFoundError, debtors } from '../debtors/index.ts';
import { FileNotFoundError, type FileStore, type NewFile } from '../files/index.ts';
import { InvoiceNotFoundError, invoices } from '../invoices/index.ts';
import { findPage, type PageRequest, placeOf } from '../routing/index.ts';
import { type ContactRecord, contactRecords } from './contact-record.model.ts';
import { ContactRecordNotFoundError } from './contact-records.errors.ts';

export type ContactRecordsDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  readonly files: FileStore;
};
export type NewContactRecord = {
  readonly kind: ContactRecord['kind'];
  readonly text: string;
  readonly by: string;
  readonly contactName?: string | null;
  readonly invoiceIds?: readonly Id[];
  readonly instanceId?: Id | null;
  readonly isAutomatic?: boolean;
  /** The day on which the debtor says it will be paid; kept with the debtor. */
  readonly promisedOn?: CalendarDate | null;
};
export type Attachment = ContactRecord['attachments'][number];
export type ContactRecordService = ReturnType<typeof createContactRecordService>;

/** Lines in the debtor's file: calls, notes, letters that came in. They are added, never changed. */
export function createContactRecordService(deps: ContactRecordsDeps) {
  const { store, clock, events, files } = deps;
  const table = (scope: Scope) => store.table(contactRecords).in(scope);

  async function get(scope: Scope, id: Id): Promise<ContactRecord> {
    const found = await table(scope).byId(id);
    if (!found) throw new ContactRecordNotFoundError(id.toHexString());
    return found;
  }

  /** Throws `DebtorNotFoundError`, and `InvoiceNotFoundError` for an invoice of somebody else. */
  async function add(scope: Scope, debtorId: Id, news: NewContactRecord): Promise<ContactRecord> {
    const { promisedOn, ...fields } = news;
    return store.transaction(async (session) => {
      const people = store.table(debtors).in(scope);
      const debtor = await people.byId(debtorId, { session });
      if (!debtor) throw new DebtorNotFoundError(debtorId.toHexString());
      await checkInvoices({ store, scope, session }, debtorId, news.invoiceIds ?? []);
      const row = { ...placeOf(debtor), ...fields, debtorId, at: clock.now() };
      const record = await table(scope).insert(
        { ...row, invoiceIds: [...(news.invoiceIds ?? [])] },
        { session },
      );
      if (promisedOn === undefined) return record;
      await people.updateOne({ _id: debtorId }, { $set: { promisedOn } }, { session });
      const data = { debtorId: debtorId.toHexString() };
      await events.publish(session, { name: 'debtor.changed', place: placeOf(debtor), data });
      return record;
    });
  }

  /** Keeps a picture or document with a record. */
  async function attach(scope: Scope, id: Id, file: NewFile): Promise<ContactRecord> {
    const record = await get(scope, id);
    const stored = await files.save(scope, placeOf(record), file);
    const { name, mediaType } = file;
    const attachment = { fileId: stored._id, name, mediaType, sizeBytes: stored.sizeBytes };
    const push = { $push: { attachments: attachment } };
    const changed = await table(scope).change({ _id: id }, push as never);
    return changed ?? get(scope, id);
  }

  return {
    get,
    add,
    attach,
    async openAttachment(
      scope: Scope,
      id: Id,
      fileId: Id,
    ): Promise<{ attachment: Attachment; content: Readable }> {
      const record = await get(scope, id);
      const attachment = record.attachments.find((one) => one.fileId.equals(fileId));
      if (!attachment) throw new FileNotFoundError(fileId.toHexString());
      const { content } = await files.open(scope, fileId);
      return { attachment, content };
    },
    list: (scope: Scope, debtorId: Id, page: PageRequest = {}) =>
      findPage(table(scope), { debtorId }, { order: { at: -1 }, page }),
  };
}

async function checkInvoices(
  at: { readonly store: Store; readonly scope: Scope; readonly session: ClientSession },
  debtorId: Id,
  invoiceIds: readonly Id[],
): Promise<void> {
  if (invoiceIds.length === 0) return;
  const own = await at.store
    .table(invoices)
    .in(at.scope)
    .find({ _id: { $in: [...invoiceIds] }, debtorId }, { session: at.session, fields: ['number'] });
  const known = new Set(own.map((invoice) => invoice._id.toHexString()));
  const missing = invoiceIds.find((id) => !known.has(id.toHexString()));
  if (missing) throw new InvoiceNotFoundError(missing.toHexString());
}
