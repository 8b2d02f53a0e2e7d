import { DomainError, MailAmbiguousError, type MailPort, MailRefusedError } from '@inning/sdk';
import { newId, systemScope } from '../../store/index.ts';
import { placeOf } from '../routing/index.ts';
import { type MadeNotice, makeNotice } from './make-notice.ts';
import { type PaidNotice, paidNotices } from './paid-notice.model.ts';
import type { PaidNoticesDeps } from './paid-notices.deps.ts';

const MOST = 1_000;
/** More in one mail nobody reads; the rest follows in the next. */
const MOST_IN_A_MAIL = 50;
/** Whoever marked a mail so long ago has stopped. */
const LEASE_MS = 10 * 60_000;
const LATER_MS = 5 * 60_000;

/**
 * Sends what waits. A mail is marked before it is handed to the connector. One that was marked and never
 * confirmed goes again only where the same key is delivered once; else it stays `unclear`. Returns how many
 * mails left. Any number of workers may do this at once.
 */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createTellPaid(deps: PaidNoticesDeps) {
  const { store, clock } = deps;
  const table = store.table(paidNotices).in(systemScope('people of every agency are told'));

  async function waiting(): Promise<PaidNotice[][]> {
    const rows = await table.find(
      { state: 'waiting', nextAttemptAt: { $lte: clock.now() } },
      { sort: { _id: 1 }, limit: MOST },
    );
    const groups = Map.groupBy(
      rows,
      (row) => `${String(row.userId)} ${String(row.administrationId)}`,
    );
    return [...groups.values()].map((rows) => rows.slice(0, MOST_IN_A_MAIL));
  }

  /** Another worker may have taken some of them: the mail holds what this one got. */
  async function mark(rows: readonly PaidNotice[]): Promise<string> {
    const mailId = newId().toHexString();
    await table.updateMany(
      { _id: { $in: rows.map((row) => row._id) }, state: 'waiting' },
      { $set: { state: 'sending', mailId, markedAt: clock.now() } },
    );
    return mailId;
  }

  /** Takes over a mail of a worker that stopped; false when another was first. */
  async function takeOver(mailId: string): Promise<boolean> {
    const before = new Date(clock.now().getTime() - LEASE_MS);
    const stale = { mailId, state: 'sending' as const, markedAt: { $lt: before } };
    const taken = await table.updateMany(stale, { $set: { markedAt: clock.now() } });
    return taken > 0;
  }

  async function stopped(): Promise<string[]> {
    const before = new Date(clock.now().getTime() - LEASE_MS);
    const rows = await table.find(
      { state: 'sending', markedAt: { $lt: before } },
      { limit: MOST, fields: ['mailId'] },
    );
    return [...new Set(rows.flatMap(({ mailId }) => mailId ?? []))];
  }

  async function settle(mailId: string, state: PaidNotice['state'], problem: string | null = null) {
    await table.updateMany({ mailId, state: 'sending' }, { $set: { state, problem } });
  }

  async function later(mailId: string, problem: string) {
    const nextAttemptAt = new Date(clock.now().getTime() + LATER_MS);
    await table.updateMany(
      { mailId, state: 'sending' },
      { $set: { state: 'waiting', mailId: null, nextAttemptAt, problem }, $inc: { attempts: 1 } },
    );
  }

  async function send(mailId: string, isRepeat: boolean): Promise<boolean> {
    const rows = await table.find({ mailId, state: 'sending' }, { sort: { _id: 1 } });
    const [first] = rows;
    if (!first) return false;
    try {
      const port = await deps.mailFor(placeOf(first));
      if (isRepeat && !port.isIdempotent) {
        await settle(mailId, 'unclear');
        return false;
      }
      const made = await makeNotice(deps, { mailId, rows });
      if (!('mail' in made)) {
        await settle(mailId, made.state, made.problem);
        return false;
      }
      return await handOver(port, made, mailId);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // No connector is on, or it is sure that nothing left now; of an earlier try nobody is.
      if (!isRepeat) await later(mailId, error.code);
      return false;
    }
  }

  async function handOver(port: MailPort, { mail }: MadeNotice, mailId: string): Promise<boolean> {
    try {
      if (mail !== null) await port.send(mail);
      await settle(mailId, 'sent');
      return mail !== null;
    } catch (error) {
      if (error instanceof MailRefusedError) await settle(mailId, 'refused', error.code);
      else if (!(error instanceof MailAmbiguousError)) throw error;
      // It may have left: a connector that delivers a key once is asked again after a while.
      else if (!port.isIdempotent) await settle(mailId, 'unclear', error.code);
      return false;
    }
  }

  return async (): Promise<number> => {
    let count = 0;
    for (const mailId of await stopped()) {
      if ((await takeOver(mailId)) && (await send(mailId, true))) count += 1;
    }
    for (const rows of await waiting()) {
      if (await send(await mark(rows), false)) count += 1;
    }
    return count;
  };
}
