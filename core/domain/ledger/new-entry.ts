import type { CalendarDate, Cents, Message } from '@inning/sdk';
import type { AdministrationKey, Id } from '../../store/index.ts';
import type { LEDGER_KINDS, LEDGER_PARTS, LedgerEntry } from './ledger-entry.model.ts';

export type LedgerKind = (typeof LEDGER_KINDS)[number];
export type LedgerPart = (typeof LEDGER_PARTS)[number];

/** One line to add. `amountCents` is signed: negative lowers what is open. */
export type NewEntry = {
  /** Unique in the administration: a key that is there already is passed over. */
  readonly key: string;
  readonly kind: LedgerKind;
  readonly part: LedgerPart;
  readonly amountCents: Cents;
  readonly bookedOn: CalendarDate;
  readonly reason: Message;
  readonly by: string;
  readonly paymentId?: Id;
  readonly reversesId?: Id;
};

export type EntryPlace = AdministrationKey & { readonly invoiceId: Id; readonly debtorId: Id };

/** The row of an entry, complete, so that thousands can be written in one go. */
export function entryRow(_id: Id, place: EntryPlace, entry: NewEntry & { at: Date }): LedgerEntry {
  return {
    _id,
    agencyId: place.agencyId,
    creditorId: place.creditorId,
    administrationId: place.administrationId,
    invoiceId: place.invoiceId,
    debtorId: place.debtorId,
    key: entry.key,
    kind: entry.kind,
    part: entry.part,
    amountCents: entry.amountCents,
    bookedOn: entry.bookedOn,
    at: entry.at,
    reason: entry.reason,
    by: entry.by,
    paymentId: entry.paymentId ?? null,
    reversesId: entry.reversesId ?? null,
  };
}
