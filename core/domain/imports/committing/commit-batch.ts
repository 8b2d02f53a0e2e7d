import type { ImportedDocument } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Scope } from '../../../store/index.ts';
import { keyOfAdministration } from '../../administrations/index.ts';
import type { InvoiceDocument } from '../../invoices/index.ts';
import { repeatOnDuplicate } from '../../writing/index.ts';
import { planBatch, type PlannedItem } from '../comparing/plan-batch.ts';
import { imports } from '../import.model.ts';
import { importItems } from '../import-item.model.ts';
import type { CommitDeps } from '../imports.deps.ts';
import { ImportMovedOnError } from '../imports.errors.ts';
import type { PreparedItem } from '../reading/prepare-items.ts';
import { type Counts, countStatuses } from './counts.ts';
import type { Running } from './prepare-commit.ts';
import { createWriteBatch, type StoredDocuments } from './write-batch.ts';

export const COMMIT_BATCH = 500;

/** Writes the items from a place on, together with how far that brings the import. */
export function createCommitBatch(deps: CommitDeps) {
  const { store, clock } = deps;
  const writeBatch = createWriteBatch(deps);

  return async (scope: Scope, running: Running, from: number): Promise<void> => {
    const items = running.prepared.items.slice(from, from + COMMIT_BATCH);
    const documents = await storeDocuments(deps, scope, { running, items });
    await repeatOnDuplicate(() =>
      store.transaction(async (session) => {
        const { administration, by, on } = running;
        const look = { store, scope, session, administrationId: administration._id };
        const seen = new Set<string>();
        const plan = await planBatch(look, running.prepared, { items, administration, seen });
        const writing = { administration, documents, by, on, at: clock.now() };
        await writeBatch(scope, session, { plan, writing });
        await noteProgress(deps, { scope, session }, { running, from, planned: plan.items });
      }),
    );
  };
}

/** Bytes go first and outside the transaction: storing them again finds them, and none is ever missing. */
async function storeDocuments(
  deps: CommitDeps,
  scope: Scope,
  { running, items }: { running: Running; items: readonly PreparedItem[] },
): Promise<StoredDocuments> {
  const stored = new Map<ImportedDocument, InvoiceDocument>();
  const place = keyOfAdministration(running.administration);
  for (const item of items) {
    if (item.kind !== 'invoice' && item.kind !== 'credit-note') continue;
    for (const document of item.invoice.documents) {
      stored.set(document, await deps.invoices.storeDocument(scope, place, document));
    }
  }
  return stored;
}

async function noteProgress(
  { store }: CommitDeps,
  { scope, session }: { readonly scope: Scope; readonly session: ClientSession },
  batch: { running: Running; from: number; planned: readonly PlannedItem[] },
): Promise<void> {
  const { importId } = batch.running;
  const inc = { doneCount: batch.planned.length, ...prefixed(countStatuses(batch.planned)) };
  const isOurs = await store
    .table(imports)
    .in(scope)
    .updateOne({ _id: importId, doneCount: batch.from }, { $inc: inc }, { session });
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

const prefixed = (counts: Counts) =>
  Object.fromEntries(Object.entries(counts).map(([status, count]) => [`done.${status}`, count]));
