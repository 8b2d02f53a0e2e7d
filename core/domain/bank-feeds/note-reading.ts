import type { CalendarDate, DomainError } from '@inning/sdk';
import type { Scope } from '../../store/index.ts';
import { backOffMs, restMs } from './back-off.ts';
import { type BankConnection, type FeedAccountRow, feedAccounts } from './bank-connection.model.ts';
import type { BankFeedsDeps } from './bank-feeds.deps.ts';

type Deps = Pick<BankFeedsDeps, 'store' | 'clock'>;
type Reading = {
  readonly row: FeedAccountRow;
  readonly connection: BankConnection;
  /** The last day that was read. */
  readonly until: CalendarDate;
  readonly today: CalendarDate;
  readonly newCount: number;
};

/** Days that wait for their turn follow at once. */
const SOON_MS = 1_000;

/** How far an account was read, and when it is read again. */
export async function noteReading(
  { store, clock }: Deps,
  scope: Scope,
  { row, connection, until, today, newCount }: Reading,
): Promise<void> {
  const now = clock.now();
  const isToday = until >= today;
  const rest = isToday ? restMs(connection.readsPerDay) : SOON_MS;
  const set = {
    readUntil: until,
    lastReadAt: now,
    ...(isToday ? { freshAt: now } : {}),
    nextReadAt: new Date(now.getTime() + rest),
    failureCount: 0,
    restUntil: null,
    problem: null,
    problemSince: null,
  };
  await store
    .table(feedAccounts)
    .in(scope)
    .updateOne({ _id: row._id }, { $set: set, $inc: { lineCount: newCount } } as never);
}

/** What went wrong, and when it is tried again. */
export async function noteFailure(
  { store, clock }: Deps,
  scope: Scope,
  { row, error }: { readonly row: FeedAccountRow; readonly error: DomainError },
): Promise<void> {
  const now = clock.now();
  const failureCount = row.failureCount + 1;
  const retryAfter = retryAfterOf(error);
  const nextReadAt = new Date(now.getTime() + backOffMs(failureCount, retryAfter));
  const set = {
    failureCount,
    nextReadAt,
    restUntil: retryAfter === null ? null : nextReadAt,
    problem: error.code,
    problemSince: row.problemSince ?? now,
  };
  await store.table(feedAccounts).in(scope).updateOne({ _id: row._id }, { $set: set });
}

const retryAfterOf = ({ details }: DomainError): number | null => {
  const { retryAfterSeconds } = (details ?? {}) as { readonly retryAfterSeconds?: unknown };
  return typeof retryAfterSeconds === 'number' ? retryAfterSeconds : null;
};
