import { type CalendarDate, type Clock, type ReadStatement } from '@inning/sdk';
import type { EventPublisher } from '../../../events/index.ts';
import type { Scope, Store } from '../../../store/index.ts';
import { dayAt } from '../../../time/index.ts';
import {
  type Administration,
  administrations,
  keyOfAdministration,
} from '../../administrations/index.ts';
import { repeatOnDuplicate } from '../../writing/index.ts';
import { chunksOf } from './chunks-of.ts';
import type { Cover } from './cover-of.ts';
import { countNewLines, keepStatement } from './keep-statement.ts';
import { hasOtherFormats } from './other-formats.ts';
import { type At, createStoreLines } from './store-lines.ts';

export type StoredStatement = { readonly newCount: number; readonly knownCount: number };
export type Received = {
  readonly statement: ReadStatement;
  readonly administration: Administration;
  readonly fileName?: string | null;
};
export type Covered = Received & { readonly cover: Cover };
export type StoreDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
};

const CHUNK = 1_000;

/**
 * Writes a statement and the lines of it that are not there yet in one transaction, all or none. The same
 * statement again, a later one that repeats lines, or the same day in another format changes nothing.
 */
export function createStoreStatement(deps: StoreDeps) {
  const { store, clock } = deps;
  const storeLines = createStoreLines(deps);

  async function write(at: At, received: Covered): Promise<StoredStatement> {
    const { statement, cover, administration } = received;
    const place = keyOfAdministration(administration);
    const { account, format = null } = statement;
    const now = clock.now();
    const fileName = received.fileName ?? null;
    const kept = await keepStatement(store, at, { statement, cover, place, fileName, at: now });
    const of = { place, account, format };
    const hasOthers = await hasOtherFormats(store, at, { ...of, days: cover.days });
    const source = { ...of, at: now, statementId: kept._id, hasOthers };
    let newCount = 0;
    for (const lines of chunksOf(statement.lines, CHUNK)) {
      newCount += await storeLines(at, source, lines);
    }
    await countNewLines(store, at, { id: kept._id, newCount });
    return { newCount, knownCount: statement.lines.length - newCount };
  }

  return async (scope: Scope, received: Covered): Promise<StoredStatement> =>
    repeatOnDuplicate(() => store.transaction((session) => write({ scope, session }, received)));
}

export type Told = {
  readonly administration: Administration;
  readonly account: string;
  /** Up to which day the statement tells. */
  readonly coveredOn: CalendarDate | null;
  readonly newCount: number;
};

/** Up to which day a statement tells. */
export const coveredOnOf = ({ statement, cover }: Covered): CalendarDate | null =>
  statement.closingOn ?? cover.lastOn ?? statement.openingOn;

/**
 * Once all lines of a statement are there and were matched: how fresh the bank data is now, and that it
 * came. Not a moment earlier, for then whoever waited for it writes to debtors whose payment is among them.
 */
export async function tellReceived(deps: StoreDeps, at: At, told: Told): Promise<void> {
  await markFeed(deps, at, told);
  await deps.events.publish(at.session, {
    name: 'bank-statement.received',
    place: keyOfAdministration(told.administration),
    data: { account: told.account, lineCount: told.newCount },
  });
}

/** Tells of several at once. */
export async function tellAll(deps: StoreDeps, scope: Scope, all: readonly Told[]): Promise<void> {
  if (all.length === 0) return;
  await deps.store.transaction(async (session) => {
    for (const told of all) await tellReceived(deps, { scope, session }, told);
  });
}

/** An old statement says nothing of today, so it never makes the bank data look fresher than it is. */
async function markFeed(
  { store, clock }: StoreDeps,
  at: At,
  { administration, coveredOn }: Told,
): Promise<void> {
  if (coveredOn === null) return;
  const now = clock.now();
  const isToday = coveredOn >= dayAt(now, administration.timeZone);
  // Noon is on the same civil day in the time zones of our administrations.
  const bankFeedAt = isToday ? now : new Date(`${coveredOn}T12:00:00Z`);
  await store
    .table(administrations)
    .in(at.scope)
    .updateOne({ _id: administration._id }, { $max: { bankFeedAt } }, { session: at.session });
}
