import { type CalendarDate, message, sayMessage } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type Id, newId, type Scope } from '../../../store/index.ts';
import { type Invoice, invoices } from '../../invoices/index.ts';
import { placeOf } from '../../routing/index.ts';
import type { ClaimsDeps } from '../claims.deps.ts';
import {
  AnnouncementNotFoundError,
  DayToComeError,
  NothingToAnnounceError,
} from '../claims.errors.ts';
import type { ClaimOfDebtor, ReadClaim } from '../read-claim.ts';
import { claimTexts } from '../texts.ts';
import { announcingLetter, findLetterFaults } from './announcing-letter.ts';
import { takeBack } from './change-state.ts';

export type SentElsewhere = {
  readonly debtorId: Id;
  readonly channel: 'post' | 'mail' | 'portal';
  readonly sentOn: CalendarDate;
  readonly receivedOn: CalendarDate | null;
  /** The amount of costs that it named; left out, what they are by law. */
  readonly statedCents: number | null;
  readonly reason: string;
  readonly by: string;
};
/** What became of a letter: it was received for certain, or it came back. */
export type LetterNews = {
  readonly debtorId: Id;
  readonly announcementId: string;
  readonly on: CalendarDate;
  readonly reason: string;
  readonly by: string;
};
type Parts = ClaimsDeps & { readonly read: ReadClaim };
export type LetterRecords = ReturnType<typeof createLetterRecords>;
type Acting = {
  readonly scope: Scope;
  readonly session: ClientSession;
  readonly claim: ClaimOfDebtor;
};

/** What people know of letters that announce costs; the legal days follow from it by themselves. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createLetterRecords({ store, clock, tasks, ledger, read }: Parts) {
  const table = (scope: Scope) => store.table(invoices).in(scope);

  const acting = <T>(scope: Scope, debtorId: Id, act: (acting: Acting) => Promise<T>) =>
    store.transaction(async (session) =>
      act({ scope, session, claim: await read(scope, debtorId, session) }),
    );

  async function change(
    { scope, session }: Acting,
    its: readonly Invoice[],
    to: { readonly set: object; readonly status: string; readonly by: string; reason: string },
  ): Promise<void> {
    const { set, status, by, reason } = to;
    const line = { at: clock.now(), status, by, reason };
    await table(scope).updateMany(
      { _id: { $in: its.map(({ _id }) => _id) } },
      { $set: set, $push: { history: line } } as never,
      { session },
    );
  }

  function announced({ claim }: Acting, announcementId: string): Invoice[] {
    const found = claim.invoices.filter(({ announcement }) => announcement?.id === announcementId);
    if (found.length === 0) throw new AnnouncementNotFoundError(announcementId);
    return found;
  }

  return {
    /**
     * A letter that announced the costs of everything overdue and left by another way, such as by post.
     * Throws `NothingToAnnounceError` and `DayToComeError`.
     */
    recordLetter: (scope: Scope, sent: SentElsewhere): Promise<void> =>
      acting(scope, sent.debtorId, async (now) => {
        const { claim } = now;
        refuseToCome('sentOn', sent.sentOn, claim.today);
        if (sent.receivedOn) refuseToCome('receivedOn', sent.receivedOn, claim.today);
        const { its, announcement } = letterElsewhere(claim, sent);
        const set = { costState: 'announced', announcedOn: sent.sentOn, announcement };
        await change(now, its, { ...sent, set, status: 'costs-letter-sent' });
      }),

    /** Proof that a letter arrived: its term counts from that day. */
    recordReceipt: (scope: Scope, news: LetterNews): Promise<void> =>
      acting(scope, news.debtorId, async (now) => {
        refuseToCome('on', news.on, now.claim.today);
        const its = announced(now, news.announcementId);
        const set = { 'announcement.receivedOn': news.on };
        await change(now, its, { ...news, set, status: 'costs-letter-received' });
      }),

    /** The letter came back: nothing was announced, booked costs are taken back, and a person has a task. */
    recordReturn: (scope: Scope, news: LetterNews): Promise<void> =>
      acting(scope, news.debtorId, async (now) => {
        refuseToCome('on', news.on, now.claim.today);
        const its = announced(now, news.announcementId).filter(
          ({ announcement }) => !announcement?.returnedOn,
        );
        if (its.length === 0) return;
        const set = {
          costState: 'none',
          announcedOn: null,
          claimableOn: null,
          'announcement.returnedOn': news.on,
        };
        await change(now, its, { ...news, set, status: 'costs-letter-returned' });
        const postings = its.flatMap((invoice) => takeBack(now.claim, invoice, news));
        await ledger.post(now.scope, now.session, postings);
        await tasks.ensure(now.scope, now.session, [returnedTask(now.claim, news)]);
      }),

    /**
     * The letter did not come back after all: it announces again, from the day it was sent, what is not
     * announced anew since. Costs that were taken back are owed again by their term. Where nothing came back,
     * nothing changes.
     */
    undoReturn: (scope: Scope, undone: Omit<LetterNews, 'on'>): Promise<void> =>
      acting(scope, undone.debtorId, async (now) => {
        const its = announced(now, undone.announcementId).filter(
          ({ announcement, costState }) => announcement?.returnedOn && costState === 'none',
        );
        const [first] = its;
        if (!first) return;
        const { sentOn, on } = first.announcement ?? {};
        const set = {
          costState: 'announced',
          announcedOn: sentOn ?? on,
          'announcement.returnedOn': null,
        };
        await change(now, its, { ...undone, set, status: 'costs-return-undone' });
        const { administrationId } = now.claim.debtor;
        const gone = { administrationId, keys: [returnedKey(undone.announcementId)] };
        await tasks.withdraw(now.scope, now.session, gone);
      }),
  };
}

function refuseToCome(field: string, on: CalendarDate, today: CalendarDate): void {
  if (on > today) throw new DayToComeError(field, on);
}

function letterElsewhere(claim: ClaimOfDebtor, sent: SentElsewhere) {
  const { sentOn, channel, receivedOn, by, reason } = sent;
  const asking = { law: claim.lawOn(sentOn), debtorKind: claim.debtor.kind };
  const open = claim.invoices.filter(({ openCents }) => openCents > 0);
  // What is not announced yet is announced by this letter.
  const asAnnounced = open.map((one): Invoice =>
    one.costState === 'none' ? { ...one, costState: 'announced', announcement: null } : one,
  );
  const letter = announcingLetter(asAnnounced, asking, sentOn);
  if (!letter) throw new NothingToAnnounceError();
  const costsCents = sent.statedCents ?? letter.costsCents;
  const stated = { ...letter, costsCents };
  const { language } = claim.debtor;
  const findings = findLetterFaults(
    { letter: stated, sentOn, all: open, text: null, language },
    asking,
  );
  const faults = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  const ids = new Set(letter.invoiceIds);
  return {
    its: open.filter(({ _id }) => ids.has(String(_id))),
    announcement: {
      id: newId().toHexString(),
      on: sentOn,
      sentOn,
      channel,
      receivedOn,
      returnedOn: null,
      dueOn: letter.dueOn,
      statedCents: costsCents,
      faults,
      by,
      reason,
    },
  };
}

function returnedTask({ debtor, today }: ClaimOfDebtor, { announcementId, reason }: LetterNews) {
  const because = message('claims.letter-returned', { reason });
  return {
    ...placeOf(debtor),
    key: returnedKey(announcementId),
    kind: 'review' as const,
    title: sayMessage(claimTexts, because, 'nl'),
    because,
    dueOn: today,
    debtorId: debtor._id,
  };
}

const returnedKey = (announcementId: string) => `costs-returned:${announcementId}`;
