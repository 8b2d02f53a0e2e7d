import type { ClientSession } from 'mongoose';
import { costEntries, interestEntries } from '../../../domain/claims/index.ts';
import { type Invoice, invoices } from '../../../domain/invoices/index.ts';
import type { LedgerService } from '../../../domain/ledger/index.ts';
import type { BulkChange } from '../../../store/scoped-table.ts';
import { type Store, systemScope, toId } from '../../../store/index.ts';
import type { Effect, Move } from '../moves/index.ts';
import { PENDING } from '../facts/index.ts';
import { BatchOvertakenError } from './writing.errors.ts';

export type CostEffect = Extract<
  Effect,
  {
    kind:
      | 'announce-costs'
      | 'note-announcement'
      | 'note-refusal'
      | 'make-costs-claimable'
      | 'book-interest';
  }
>;
export type WantedCosts<Kind extends CostEffect['kind'] = CostEffect['kind']> = {
  readonly move: Move;
  readonly effect: Extract<CostEffect, { kind: Kind }>;
};
export type CostWriterDeps = {
  readonly store: Store;
  readonly ledger: Pick<LedgerService, 'post'>;
};

/** Writes what flows want of costs and interest: states on invoices, and what is claimed in the ledger. */
export function createCostWriter({ store, ledger }: CostWriterDeps) {
  const scope = systemScope('effects of many administrations are written together');
  const rows = store.table(invoices).in(scope);

  return async (session: ClientSession, wanted: readonly WantedCosts[], now: Date) => {
    if (wanted.length === 0) return;
    // One after the other: a move may announce costs, send their letter and make others claimable.
    await rows.bulk(announcements(of(wanted, 'announce-costs'), now), { session });
    await rows.bulk(of(wanted, 'note-announcement').map(letterOf), { session });
    await rows.bulk(takenBack(of(wanted, 'note-refusal'), now), { session });
    await claimCosts(session, of(wanted, 'make-costs-claimable'), now);
    await bookInterest(session, of(wanted, 'book-interest'));
  };

  async function claimCosts(
    session: ClientSession,
    wanted: readonly WantedCosts<'make-costs-claimable'>[],
    now: Date,
  ): Promise<void> {
    for (const { move, effect } of wanted) {
      const matched = await rows.bulk(
        effect.bookings.map(({ invoiceId, principalCents }) => ({
          filter: {
            _id: toId(invoiceId),
            costState: 'announced',
            principalOpenCents: principalCents,
          },
          update: changeTo('claimable', { claimableOn: move.today }, now),
        })),
        { session },
      );
      // Somebody paid, or changed the state, since it was decided: costs are computed anew.
      if (matched !== effect.bookings.length) throw new BatchOvertakenError();
      const entries = costEntries(effect.bookings, { on: move.today, by: 'flow' });
      await ledger.post(scope, session, entries);
    }
  }

  async function bookInterest(
    session: ClientSession,
    wanted: readonly WantedCosts<'book-interest'>[],
  ): Promise<void> {
    // Each booking says all that is open: of two in one move the last one holds the other.
    const newest = new Map(
      wanted.flatMap(({ move, effect }) =>
        effect.bookings.map((booking) => [booking.invoiceId, { move, booking }]),
      ),
    );
    const ids = [...newest.keys()].map(toId);
    const fields = ['number', 'interestOpenCents'] as const;
    const found =
      ids.length === 0 ? [] : await rows.find({ _id: { $in: ids } }, { session, fields });
    const entries = [...newest.values()].flatMap(({ move, booking }) =>
      interestEntries([booking], found, { on: move.today, by: 'flow' }),
    );
    if (entries.length > 0) await ledger.post(scope, session, entries);
  }
}

const of = <Kind extends CostEffect['kind']>(wanted: readonly WantedCosts[], kind: Kind) =>
  wanted.filter(({ effect }) => effect.kind === kind) as unknown as WantedCosts<Kind>[];

/** Invoices that change alike on the same day change in one write. */
function announcements(
  wanted: readonly WantedCosts<'announce-costs'>[],
  now: Date,
): BulkChange<Invoice>[] {
  return [...Map.groupBy(wanted, ({ move }) => move.today)].flatMap(([on, its]) => {
    const ids = its.flatMap(({ effect }) => effect.invoiceIds).map(toId);
    if (ids.length === 0) return [];
    const fields = { announcedOn: on, announcement: { ...PENDING, on } };
    return {
      filter: { _id: { $in: ids }, costState: 'none' },
      update: changeTo('announced', fields, now),
      many: true,
    };
  });
}

const changeTo = (to: Invoice['costState'], fields: object, now: Date) =>
  ({
    $set: { costState: to, ...fields },
    $push: { history: { at: now, status: `costs-${to}`, by: 'flow', reason: null } },
  }) as never;

/** Nothing was announced by a letter that never left; what another letter announced stands. */
function takenBack(
  wanted: readonly WantedCosts<'note-refusal'>[],
  now: Date,
): BulkChange<Invoice>[] {
  return wanted.map(({ effect }) => ({
    filter: {
      _id: { $in: effect.invoiceIds.map(toId) },
      costState: 'announced',
      'announcement.sentOn': null,
    } as never,
    update: changeTo('none', { announcedOn: null, announcement: null }, now),
    many: true,
  }));
}

function letterOf({ move, effect }: WantedCosts<'note-announcement'>): BulkChange<Invoice> {
  const { invoiceIds, announcement } = effect;
  const fields = { ...PENDING, on: move.today, ...announcement };
  return {
    filter: { _id: { $in: invoiceIds.map(toId) }, costState: 'announced' },
    update: { $set: { announcement: fields } } as never,
    many: true,
  };
}
