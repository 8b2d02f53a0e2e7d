import {
  type CalendarDate,
  type Clock,
  DomainError,
  type ImportedDocument,
  type InputFile,
} from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope } from '../../../store/index.ts';
import {
  type Administration,
  findAdministration,
  keyOfAdministration,
  todayOf,
} from '../../administrations/index.ts';
import type { FileStore } from '../../files/index.ts';
import type { InvoiceDocument } from '../../invoices/index.ts';
import { repeatOnDuplicate } from '../../writing/index.ts';
import { planBatch, type PlannedItem } from '../comparing/plan-batch.ts';
import { type Import, imports } from '../import.model.ts';
import { importItems } from '../import-item.model.ts';
import { ImportMovedOnError, ImportNotFoundError } from '../imports.errors.ts';
import { type PreparedImport, type PreparedItem, prepareItems } from '../reading/prepare-items.ts';
import { readItems } from '../reading/read-items.ts';
import type { ImportersFor } from '../imports.service.ts';
import { type Counts, countStatuses } from './counts.ts';
import { createWriteBatch, type StoredDocuments, type WritingDeps } from './write-batch.ts';

export type CommitDeps = WritingDeps & {
  readonly clock: Clock;
  readonly files: FileStore;
  readonly importersFor: ImportersFor;
};
export type Commit = { readonly importId: Id; readonly by: string };

const BATCH = 500;
type Running = {
  readonly importId: Id;
  readonly by: string;
  readonly on: CalendarDate;
  readonly administration: Administration;
  readonly prepared: PreparedImport;
};

/**
 * Writes an import in batches. Each batch is one transaction together with how far it came, so that
 * after a crash or failure committing again goes on where it stopped, and every item is written once.
 * An import that was committed before is returned as it is.
 */
export function createCommitImport(deps: CommitDeps) {
  const { store, clock } = deps;
  const writeBatch = createWriteBatch(deps);
  const table = (scope: Scope) => store.table(imports).in(scope);

  async function find(scope: Scope, id: Id): Promise<Import> {
    const found = await table(scope).byId(id);
    if (!found) throw new ImportNotFoundError(id.toHexString());
    return found;
  }

  async function prepare(scope: Scope, row: Import, by: string): Promise<Running> {
    const administration = await findAdministration(store, scope, { id: row.administrationId });
    const files: InputFile[] = [];
    for (const { fileId, name } of row.files) {
      const { bytes } = await deps.files.read(scope, fileId);
      files.push({ name, bytes });
    }
    const importers = await deps.importersFor(keyOfAdministration(administration));
    const options = { columns: (row.columns ?? {}) as Record<string, string> };
    const read = await readItems(importers, files, options);
    const { currency } = administration;
    const fileNames = files.map((file) => file.name);
    const prepared = prepareItems(read.items, { currency, fileNames });
    const on = await todayOf(deps, administration._id);
    return { importId: row._id, by, on, administration, prepared };
  }

  /** Bytes go first and outside the transaction: storing them again finds them, and none is ever missing. */
  async function storeDocuments(
    scope: Scope,
    { administration }: Running,
    items: readonly PreparedItem[],
  ): Promise<StoredDocuments> {
    const stored = new Map<ImportedDocument, InvoiceDocument>();
    const place = keyOfAdministration(administration);
    for (const item of items) {
      if (item.kind !== 'invoice' && item.kind !== 'credit-note') continue;
      for (const document of item.invoice.documents) {
        stored.set(document, await deps.invoices.storeDocument(scope, place, document));
      }
    }
    return stored;
  }

  async function commitBatch(scope: Scope, running: Running, from: number): Promise<void> {
    const items = running.prepared.items.slice(from, from + BATCH);
    const documents = await storeDocuments(scope, running, items);
    await repeatOnDuplicate(() =>
      store.transaction(async (session) => {
        const { administration, by, on } = running;
        const look = { store, scope, session, administrationId: administration._id };
        const seen = new Set<string>();
        const plan = await planBatch(look, running.prepared, { items, administration, seen });
        const writing = { administration, documents, by, on, at: clock.now() };
        await writeBatch(scope, session, { plan, writing });
        await noteProgress(scope, session, { running, from, planned: plan.items });
      }),
    );
  }

  async function noteProgress(
    scope: Scope,
    session: ClientSession,
    batch: { running: Running; from: number; planned: readonly PlannedItem[] },
  ): Promise<void> {
    const { importId } = batch.running;
    const inc = { doneCount: batch.planned.length, ...prefixed(countStatuses(batch.planned)) };
    const isOurs = await table(scope).updateOne(
      { _id: importId, doneCount: batch.from },
      { $inc: inc },
      { session },
    );
    if (!isOurs) throw new ImportMovedOnError(importId.toHexString());
    // What the preview did not foresee, such as a debtor that somebody changed in between.
    const late = batch.planned.filter(
      (one) => one.status === 'refused' && one.item.kind !== 'refused',
    );
    await store
      .table(importItems)
      .in(scope)
      .bulk(
        late.map(({ item, reason }) => ({
          filter: { importId, ordinal: item.ordinal },
          update: { $set: { status: 'refused', reason } } as never,
        })),
        { session },
      );
  }

  async function run(scope: Scope, row: Import, by: string): Promise<void> {
    const running = await prepare(scope, row, by);
    let { doneCount } = row;
    while (doneCount < running.prepared.items.length) {
      try {
        await commitBatch(scope, running, doneCount);
        doneCount += BATCH;
      } catch (error) {
        if (!(error instanceof ImportMovedOnError)) throw error;
        ({ doneCount } = await find(scope, row._id));
      }
    }
  }

  return async (scope: Scope, { importId, by }: Commit): Promise<Import> => {
    const row = await find(scope, importId);
    if (row.state === 'committed') return row;
    const set = (fields: object) =>
      table(scope).updateOne({ _id: importId }, { $set: fields } as never);
    await set({ state: 'committing', failure: null });
    try {
      await run(scope, row, by);
    } catch (error) {
      await set({ state: 'failed', failure: failureOf(error) });
      throw error;
    }
    await set({ state: 'committed', committedAt: clock.now(), committedBy: by });
    return find(scope, importId);
  };
}

const prefixed = (counts: Counts) =>
  Object.fromEntries(Object.entries(counts).map(([status, count]) => [`done.${status}`, count]));

const failureOf = (error: unknown) =>
  error instanceof DomainError
    ? { code: error.code, message: error.message, details: error.details }
    : { code: 'IMPORT_FAILED', message: 'Something went wrong here. Commit again to go on.' };
