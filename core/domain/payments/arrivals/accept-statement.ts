import { invariant } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type AdministrationKey, type Id, newId, type Scope } from '../../../store/index.ts';
import { keyOfAdministration } from '../../administrations/index.ts';
import { repeatOnDuplicate } from '../../writing/index.ts';
import { type BankStatementRow, bankStatements } from '../statements/bank-statement.model.ts';
import { chunksOf } from '../statements/chunks-of.ts';
import { keepStatement } from '../statements/keep-statement.ts';
import type { Covered, StoreDeps } from '../statements/store-statement.ts';
import { bankArrivalParts } from './arrival-part.model.ts';
import { packPart } from './pack-part.ts';

/** So many lines are brought in by one transaction. */
const PART = 1_000;

/**
 * Accepts a large statement whole, or not at all: its lines are kept packed first, and count from the one
 * moment on in which the statement is kept. From then on it comes in whatever happens, see `BringIn`.
 * One that is on its way already is that one.
 */
export function createAcceptStatement({ store, clock }: StoreDeps) {
  const parts = (scope: Scope) => store.table(bankArrivalParts).in(scope);

  async function keepParts(scope: Scope, place: AdministrationKey, received: Covered) {
    const arrivalId = newId();
    let at = 0;
    for (const lines of chunksOf(received.statement.lines, PART)) {
      const packed = await packPart(lines);
      const row = { _id: newId(), ...place, arrivalId, at, packed, storedAt: clock.now() };
      await parts(scope).insertRaw([row as never]);
      at += 1;
    }
    return arrivalId;
  }

  async function accept(
    at: { readonly scope: Scope; readonly session: ClientSession },
    place: AdministrationKey,
    { arrivalId, received }: { readonly arrivalId: Id; readonly received: Covered },
  ): Promise<BankStatementRow> {
    const { statement, cover } = received;
    const now = clock.now();
    const fileName = received.fileName ?? null;
    const kept = await keepStatement(store, at, { statement, cover, place, fileName, at: now });
    if (kept.arrival && kept.arrival.stage !== 'done') return kept;
    const coveredOn = statement.closingOn ?? cover.lastOn ?? statement.openingOn;
    const arrival = {
      id: arrivalId,
      stage: 'storing' as const,
      storedCount: 0,
      newCount: 0,
      days: [...cover.days],
      coveredOn,
      startedAt: now,
      workedAt: now,
      doneAt: null,
    };
    const changed = await store
      .table(bankStatements)
      .in(at.scope)
      .change({ _id: kept._id }, { $set: { arrival } } as never, { session: at.session });
    invariant(changed, 'what was kept is there');
    return changed;
  }

  return async (scope: Scope, received: Covered): Promise<BankStatementRow> => {
    const place = keyOfAdministration(received.administration);
    const arrivalId = await keepParts(scope, place, received);
    const kept = await repeatOnDuplicate(() =>
      store.transaction((session) => accept({ scope, session }, place, { arrivalId, received })),
    );
    if (!kept.arrival?.id?.equals(arrivalId)) await parts(scope).deleteMany({ arrivalId });
    return kept;
  };
}
