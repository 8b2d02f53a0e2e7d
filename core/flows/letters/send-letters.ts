import {
  DomainError,
  MailAmbiguousError,
  MailRefusedError,
  message,
  type Message,
} from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type Communication, communications } from '../../domain/communications/index.ts';
import type { EventPublisher } from '../../events/index.ts';
import { type Store, systemScope } from '../../store/index.ts';
import type { LoadFacts } from '../engine/facts/index.ts';
import { type Instance, instances } from '../instances/instance.model.ts';
import { StepAbandonedError, StepAmbiguousError } from '../engine/steps/index.ts';
import { demandOf, type LetterOnTheWay } from './letter-on-the-way.ts';
import { messageIdOf, outgoingMail } from './letter-maker.ts';

export type SenderDeps = {
  readonly store: Store;
  readonly loadFacts: LoadFacts;
  /** Shows a person the letters of which nobody knows whether they left. */
  readonly markAmbiguous: (rows: readonly Communication[]) => Promise<void>;
  readonly events: EventPublisher;
  readonly log: { error(details: object, text: string): void };
};

/** When letters leave, and the proof that they are still this worker's to send. */
export type Round = {
  readonly now: Date;
  readonly fence: (session: ClientSession) => Promise<void>;
};

/** A connector that delivers a key once may be handed many at a time; a crash then costs nothing. */
const IDEMPOTENT_CHUNK = 250;

type Sent = { readonly one: LetterOnTheWay; readonly providerId: string };

/** Sends reserved letters, in groups as large as the connector takes at once. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createSender(deps: SenderDeps) {
  const scope = systemScope('letters of many administrations leave together');
  const rows = deps.store.table(communications).in(scope);
  const instanceRows = deps.store.table(instances).in(scope);

  return async (letters: readonly LetterOnTheWay[], round: Round): Promise<void> => {
    for (const [port, its] of Map.groupBy(letters, (one) => one.port)) {
      const size = port.isIdempotent ? IDEMPOTENT_CHUNK : Math.max(1, port.concurrency);
      for (let from = 0; from < its.length; from += size) {
        await sendChunk(its.slice(from, from + size), round);
      }
    }
  };

  async function sendChunk(chunk: readonly LetterOnTheWay[], round: Round): Promise<void> {
    await mark(chunk, round);
    const current = await lookAgain(chunk, round.now);
    const results = await Promise.all(current.map((one) => sendOne(one)));
    await confirm(
      results.filter((one) => one !== null),
      round.now,
    );
  }

  /**
   * Only who still holds the work may mark a letter, and only a marked one is sent: a worker that stood
   * still while another took over stops here. Marked before the last look, so that a payment that is
   * booked before that look is always seen.
   */
  async function mark(chunk: readonly LetterOnTheWay[], { fence }: Round): Promise<void> {
    const ids = chunk.map((one) => one.row._id);
    await deps.store.transaction(async (session) => {
      await fence(session);
      await rows.updateMany({ _id: { $in: ids } }, { $set: { state: 'sending' } }, { session });
    });
  }

  /** Withdraws what is no longer true: paid, changed, disputed, paused or held since the decision. */
  async function lookAgain(
    chunk: readonly LetterOnTheWay[],
    now: Date,
  ): Promise<readonly LetterOnTheWay[]> {
    const its = chunk.map((one) => one.asked.instance);
    const [factsOf, present] = await Promise.all([
      deps.loadFacts(scope, its, now),
      instanceRows.find({ _id: { $in: its.map((one) => one._id) } }, { fields: PRESENT_FIELDS }),
    ]);
    const byId = new Map(present.map((one) => [String(one._id), one]));
    const isCurrent = ({ asked }: LetterOnTheWay) => {
      const facts = factsOf(asked.instance);
      if (!facts || !isStillWalking(asked.instance, byId.get(String(asked.instance._id))))
        return false;
      const claim = facts.claimOn(asked.today, asked.pending);
      return demandOf({ ...asked, facts, claim }) === demandOf(asked);
    };
    const [kept, dropped] = partition(chunk, isCurrent);
    await withdraw(dropped);
    return kept;
  }

  async function withdraw(dropped: readonly LetterOnTheWay[]): Promise<void> {
    if (dropped.length === 0) return;
    const [unsure, unsent] = partition(dropped, (one) => one.mayHaveLeft);
    const because = message('letter.withdrawn');
    await rows.updateMany(
      { _id: { $in: unsent.map((one) => one.row._id) } },
      { $set: { state: 'withdrawn', because } },
    );
    await deps.markAmbiguous(unsure.map((one) => one.row));
    for (const one of unsent) one.reject(new StepAbandonedError());
    for (const one of unsure) one.reject(new StepAmbiguousError(one.row._id.toHexString()));
  }

  async function sendOne(one: LetterOnTheWay): Promise<Sent | null> {
    const { administration } = one.asked.facts;
    // PLAT-07: without a test address the letter is only recorded.
    if (administration.testMode && !one.row.divertedTo) return { one, providerId: 'test-mode' };
    try {
      const mail = outgoingMail(one.row, one.letter, administration);
      const { providerId } = await one.port.send(mail);
      return { one, providerId };
    } catch (error) {
      await failed(one, error);
      return null;
    }
  }

  async function failed(one: LetterOnTheWay, error: unknown): Promise<void> {
    const { row } = one;
    if (error instanceof MailRefusedError) {
      const because = message('letter.refused-because', { problem: error.message });
      await refuse(one, because);
      one.resolve({ refused: because });
    } else if (error instanceof DomainError && !(error instanceof MailAmbiguousError)) {
      // The connector is sure that nothing left now; of an earlier try nobody is.
      const state = one.mayHaveLeft ? 'sending' : 'reserved';
      await rows.updateOne({ _id: row._id }, { $set: { state }, $inc: { attempts: 1 } });
      one.reject(error);
    } else {
      const isKnown = error instanceof MailAmbiguousError;
      if (!isKnown)
        deps.log.error({ err: error }, 'a mail connector threw an error of no known kind');
      await deps.markAmbiguous([row]);
      one.reject(new StepAmbiguousError(row._id.toHexString()));
    }
  }

  /** It bounced at the door: whoever listens for letters that came back hears of it too. */
  async function refuse({ row, asked }: LetterOnTheWay, because: Message): Promise<void> {
    const data = {
      communicationId: String(row._id),
      debtorId: String(row.debtorId),
      on: asked.today,
      reason: String(because.params?.['problem'] ?? ''),
      by: 'mail-server',
    };
    await deps.store.transaction(async (session) => {
      await rows.updateOne({ _id: row._id }, { $set: { state: 'refused', because } }, { session });
      await deps.events.publish(session, { name: 'communication.returned', place: row, data });
    });
  }

  /** Writes that letters left, alike ones in one go, and answers the instances. */
  async function confirm(sent: readonly Sent[], now: Date): Promise<void> {
    if (sent.length === 0) return;
    const [usual, named] = partition(
      sent,
      ({ one, providerId }) => providerId === messageIdOf(one.row, one.asked.facts.administration),
    );
    const groups = Map.groupBy(usual, ({ one }) => one.asked.today);
    const change = (today: string) => ({ state: 'sent' as const, sentAt: now, sentOn: today });
    await rows.bulk([
      ...[...groups].map(([today, its]) => ({
        filter: { _id: { $in: its.map(({ one }) => one.row._id) } },
        update: { $set: change(today) },
        many: true,
      })),
      ...named.map(({ one, providerId }) => ({
        filter: { _id: one.row._id },
        update: { $set: { ...change(one.asked.today), providerId } },
      })),
    ]);
    for (const { one } of sent) {
      one.resolve({ communicationId: one.row._id.toHexString(), text: one.letter.text });
    }
  }
}

const PRESENT_FIELDS = ['isLive', 'state', 'visit', 'mustSkip'] as const;

/** A person may have held, stopped or skipped it meanwhile. */
function isStillWalking(
  before: Instance,
  present: Pick<Instance, (typeof PRESENT_FIELDS)[number]> | undefined,
): boolean {
  return PRESENT_FIELDS.every((field) => present?.[field] === before[field]);
}

function partition<T>(all: readonly T[], holds: (one: T) => boolean): [T[], T[]] {
  const kept: T[] = [];
  const rest: T[] = [];
  for (const one of all) (holds(one) ? kept : rest).push(one);
  return [kept, rest];
}
