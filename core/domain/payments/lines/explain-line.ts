import { addDays, type CalendarDate, type Cents, type Message } from '@inning/sdk';
import type { Id, Scope } from '../../../store/index.ts';
import { type BankLineRow, bankLines } from '../bank-line.model.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import { settleLine } from './settle-line.ts';
import { createUndoLine } from './undo-line.ts';

export type Explained = {
  readonly administrationId: Id;
  /** What the text of the line holds, whatever marks and spaces the bank puts in it. */
  readonly reference: string;
  readonly amountCents: Cents;
  readonly settledOn: CalendarDate;
  readonly because: Message;
};

const SYSTEM = 'system';
/** Banks book a payout a little before or some days after the provider calls it settled. */
const DAYS_BEFORE = 3;
const DAYS_AFTER = 30;
const SHORTEST_REFERENCE = 6;
/** A person's word stands; what went by itself does not. */
const OPEN_STATES: readonly BankLineRow['state'][] = ['new', 'plausible', 'unmatched', 'matched'];

/**
 * Sets a line aside of which every part was booked already, as a payout of online payments is. What the
 * matcher booked of it by mistake is reversed first. Answers the line, or null when there is none.
 */
export function createExplainLine(deps: PaymentsDeps) {
  const { store } = deps;
  const { undoAutomatic } = createUndoLine(deps);

  return async (scope: Scope, explained: Explained): Promise<Id | null> => {
    const wanted = plain(explained.reference);
    if (wanted.length < SHORTEST_REFERENCE) return null;
    const { administrationId, amountCents, settledOn, because } = explained;
    const table = store.table(bankLines).in(scope);
    const bookedOn = {
      $gte: addDays(settledOn, -DAYS_BEFORE),
      $lte: addDays(settledOn, DAYS_AFTER),
    };
    const rows = await table.find(
      { administrationId, amountCents, bookedOn, state: { $in: [...OPEN_STATES] } },
      { sort: { bookedOn: 1 } },
    );
    const found = rows.find((row) => textOf(row).includes(wanted) && isFree(row));
    if (!found) return null;
    if (found.state === 'matched') {
      const reason = explained.reference;
      await undoAutomatic(scope, found._id, { by: SYSTEM, reason });
    }
    return store.transaction(async (session) => {
      const row = await table.byId(found._id, { session });
      if (!row || !isFree(row) || row.state === 'matched') return null;
      await settleLine(deps, { scope, session }, { row, state: 'ignored', because, by: SYSTEM });
      return row._id;
    });
  };
}

const isFree = ({ state, decidedBy }: BankLineRow): boolean =>
  OPEN_STATES.includes(state) && (state !== 'matched' || decidedBy === SYSTEM);

const textOf = ({ description, structuredReference, endToEndId }: BankLineRow): string =>
  plain(`${structuredReference ?? ''} ${endToEndId ?? ''} ${description}`);

const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
