import { type BankLine, type Clock, type ReadStatement } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { EventPublisher } from '../../../events/index.ts';
import type { Scope, Store } from '../../../store/index.ts';
import {
  type Administration,
  administrations,
  keyOfAdministration,
  localDay,
} from '../../administrations/index.ts';
import { repeatOnDuplicate } from '../../writing/index.ts';
import { bankLines } from '../bank-line.model.ts';
import { bankLineRow } from './bank-line-row.ts';
import { chunksOf } from './chunks-of.ts';
import { type Cover, coverOf } from './cover-of.ts';
import { countNewLines, keepStatement } from './keep-statement.ts';
import { findOtherFormats, type OtherFormats, passOverSame } from './other-formats.ts';

export type StoredStatement = { readonly newCount: number; readonly knownCount: number };
export type Received = {
  readonly statement: ReadStatement;
  readonly administration: Administration;
  readonly fileName?: string | null;
};
type Covered = Received & { readonly cover: Cover };
type Deps = { readonly store: Store; readonly clock: Clock; readonly events: EventPublisher };
type At = { readonly scope: Scope; readonly session: ClientSession };

const CHUNK = 1_000;

/**
 * Writes a statement and the lines of it that are not there yet, all or none. The same statement again,
 * a later one that repeats lines, or the same day in another format changes nothing.
 */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createStoreStatement(deps: Deps) {
  const { store, clock, events } = deps;

  async function write(at: At, received: Covered): Promise<StoredStatement> {
    const { statement, cover, administration } = received;
    const place = keyOfAdministration(administration);
    const table = store.table(bankLines).in(at.scope);
    const { account, format = null } = statement;
    const now = clock.now();
    const fileName = received.fileName ?? null;
    const kept = await keepStatement(store, at, { statement, cover, place, fileName, at: now });
    const others = await findOtherFormats(store, at, { statement, cover, place });
    const source = { account, at: now, format, statementId: kept._id };
    const seen = new Set<string>();
    let newCount = 0;
    for (const lines of chunksOf(statement.lines, CHUNK)) {
      const unknown = await unknownLines(at, { lines, received, seen });
      const fresh = others ? await passOver(at, others, unknown) : unknown;
      await table.insertRaw(
        fresh.map((line) => bankLineRow(place, line, source)),
        { session: at.session },
      );
      newCount += fresh.length;
    }
    await countNewLines(store, at, { id: kept._id, newCount });
    await markFeed(deps, at, received);
    await events.publish(at.session, {
      name: 'bank-statement.received',
      place,
      data: { account, lineCount: newCount },
    });
    return { newCount, knownCount: statement.lines.length - newCount };
  }

  /** Those whose reference was not delivered before, nor earlier in this statement. */
  async function unknownLines(
    { scope, session }: At,
    chunk: { lines: readonly BankLine[]; received: Received; seen: Set<string> },
  ): Promise<BankLine[]> {
    const { account } = chunk.received.statement;
    const { _id: administrationId } = chunk.received.administration;
    const bankReference = { $in: chunk.lines.map((line) => line.bankReference) };
    const known = await store
      .table(bankLines)
      .in(scope)
      .find({ administrationId, account, bankReference }, { session, fields: ['bankReference'] });
    for (const one of known) chunk.seen.add(one.bankReference);
    return chunk.lines.filter((line) => {
      const isNew = !chunk.seen.has(line.bankReference);
      chunk.seen.add(line.bankReference);
      return isNew;
    });
  }

  async function passOver(at: At, others: OtherFormats, lines: readonly BankLine[]) {
    const { fresh, changes } = passOverSame(others, lines);
    if (changes.length > 0) {
      await store.table(bankLines).in(at.scope).bulk(changes, { session: at.session });
    }
    return fresh;
  }

  return async (scope: Scope, received: Received): Promise<StoredStatement> => {
    const covered = { ...received, cover: coverOf(received.statement.lines) };
    return repeatOnDuplicate(() =>
      store.transaction((session) => write({ scope, session }, covered)),
    );
  };
}

/** An old statement says nothing of today, so it never makes the bank data look fresher than it is. */
async function markFeed(
  { store, clock }: Deps,
  at: At,
  { statement, administration, cover }: Covered,
): Promise<void> {
  const coveredOn = statement.closingOn ?? cover.lastOn ?? statement.openingOn;
  if (coveredOn === null) return;
  const now = clock.now();
  const isToday = coveredOn >= localDay(now, administration.timeZone);
  // Noon is on the same civil day in the time zones of our administrations.
  const bankFeedAt = isToday ? now : new Date(`${coveredOn}T12:00:00Z`);
  await store
    .table(administrations)
    .in(at.scope)
    .updateOne({ _id: administration._id }, { $max: { bankFeedAt } }, { session: at.session });
}
