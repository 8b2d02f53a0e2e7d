import { type BankStatement, type CalendarDate, type Clock, latestDay } from '@inning/sdk';
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

export type StoredStatement = { readonly newCount: number; readonly knownCount: number };
type Received = { readonly statement: BankStatement; readonly administration: Administration };
type Deps = { readonly store: Store; readonly clock: Clock; readonly events: EventPublisher };

const CHUNK = 1_000;

/**
 * Writes the lines of a statement that are not there yet, all or none. The same statement again, or a
 * later one that repeats lines, changes nothing.
 */
export function createStoreStatement(deps: Deps) {
  const { store, clock, events } = deps;

  async function write(
    scope: Scope,
    session: ClientSession,
    { statement, administration }: Received,
  ): Promise<StoredStatement> {
    const place = keyOfAdministration(administration);
    const table = store.table(bankLines).in(scope);
    const { account } = statement;
    const at = clock.now();
    let newCount = 0;
    const seen = new Set<string>();
    for (let from = 0; from < statement.lines.length; from += CHUNK) {
      const lines = statement.lines.slice(from, from + CHUNK);
      const bankReference = { $in: lines.map((line) => line.bankReference) };
      const { administrationId } = place;
      const known = await table.find(
        { administrationId, account, bankReference },
        { session, fields: ['bankReference'] },
      );
      for (const one of known) seen.add(one.bankReference);
      const fresh = lines.filter((line) => {
        const isNew = !seen.has(line.bankReference);
        seen.add(line.bankReference);
        return isNew;
      });
      await table.insertRaw(
        fresh.map((line) => bankLineRow(place, line, { account, at })),
        { session },
      );
      newCount += fresh.length;
    }
    await markFeed(deps, { scope, session }, { statement, administration });
    await events.publish(session, {
      name: 'bank-statement.received',
      place,
      data: { account, lineCount: newCount },
    });
    return { newCount, knownCount: statement.lines.length - newCount };
  }

  return async (scope: Scope, received: Received): Promise<StoredStatement> =>
    repeatOnDuplicate(() => store.transaction((session) => write(scope, session, received)));
}

/** An old statement says nothing of today, so it never makes the bank data look fresher than it is. */
async function markFeed(
  { store, clock }: Deps,
  at: { readonly scope: Scope; readonly session: ClientSession },
  { statement, administration }: Received,
): Promise<void> {
  const coveredOn = lastDayOf(statement);
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

function lastDayOf(statement: BankStatement): CalendarDate | null {
  if (statement.closingOn) return statement.closingOn;
  return latestDay(statement.lines.map((line) => line.bookedOn)) ?? statement.openingOn;
}
