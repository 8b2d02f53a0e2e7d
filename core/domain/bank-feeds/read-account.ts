import { type BankStatement, type CalendarDate, DomainError, type BankLine } from '@inning/sdk';
import type { Id, Scope } from '../../store/index.ts';
import { todayOf } from '../administrations/index.ts';
import { type BankConnection, type FeedAccountRow, feedAccounts } from './bank-connection.model.ts';
import type { BankFeedsDeps } from './bank-feeds.deps.ts';
import { accessEnded } from './consent-tasks.ts';
import { nextWindow } from './next-window.ts';
import { noteFailure, noteReading } from './note-reading.ts';
import { findConnection, openFeed } from './open-feed.ts';
import { readWindow } from './read-window.ts';
import { tellFreshness } from './tell-freshness.ts';

/** Longer than reading a month may take; whoever dies meanwhile is followed after this. */
const LEASE_MS = 10 * 60_000;

type Days = { readonly from: CalendarDate; readonly until: CalendarDate };

/**
 * Reads the next days of an account and hands them on as a statement, so that a line counts once
 * however it comes. Returns false when another process reads it. What fails is noted with the account.
 */
export function createReadAccount(deps: BankFeedsDeps) {
  const { store, clock } = deps;
  const table = (scope: Scope) => store.table(feedAccounts).in(scope);

  async function take(scope: Scope, row: FeedAccountRow): Promise<boolean> {
    const nextReadAt = new Date(clock.now().getTime() + LEASE_MS);
    const { _id, nextReadAt: seen } = row;
    return table(scope).updateOne({ _id, isOn: true, nextReadAt: seen }, { $set: { nextReadAt } });
  }

  async function read(scope: Scope, row: FeedAccountRow, connection: BankConnection) {
    const port = await openFeed(deps, connection);
    const today = await todayOf(deps, row.administrationId);
    const days = nextWindow(row, today);
    const { accountId } = row;
    const lines = await readWindow(port, {
      consent: connection.consent ?? '',
      accountId,
      ...days,
    });
    const newCount = await handOn(deps, scope, { row, connection, days, lines });
    await noteReading(deps, scope, { row, connection, until: days.until, today, newCount });
  }

  return async (scope: Scope, row: FeedAccountRow): Promise<boolean> => {
    if (!(await take(scope, row))) return false;
    const connection = await findConnection(deps, scope, row.connectionId as Id);
    // Without consent nothing is asked; a new one makes the account due at once.
    if (connection.state !== 'active') return false;
    try {
      await read(scope, row, connection);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await noteFailure(deps, scope, { row, error });
      if (error.code === 'CONNECTOR_LOCKED_OUT') await accessEnded(deps, scope, connection);
    }
    await tellFreshness(deps, scope, row);
    return true;
  };
}

type Read = {
  readonly row: FeedAccountRow;
  readonly connection: BankConnection;
  readonly days: Days;
  readonly lines: readonly BankLine[];
};

/** By the same way as a file: the same line in a file and in the feed is one line. */
async function handOn(deps: BankFeedsDeps, scope: Scope, read: Read): Promise<number> {
  const { row, connection, days, lines } = read;
  const statement: BankStatement = {
    format: connection.pluginId,
    account: row.account,
    currency: row.currency,
    number: `feed ${days.from}/${days.until}`,
    openingCents: null,
    openingOn: days.from,
    closingCents: null,
    closingOn: days.until,
    lines,
    warnings: [],
  };
  if (row.trustAccountId) {
    const id = row.trustAccountId as Id;
    return (await deps.trust.trustStatementFiles.receive(scope, id, [statement])).newCount;
  }
  const { newCount } = await deps.statements.receive(scope, row.administrationId, [statement]);
  return newCount;
}
