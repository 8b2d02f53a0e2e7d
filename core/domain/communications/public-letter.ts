import type { Locale } from '@inning/sdk';
import { isValidObjectId } from 'mongoose';
import {
  type AdministrationKey,
  type Id,
  type Store,
  systemScope,
  toId,
} from '../../store/index.ts';
import { dayAt } from '../../time/index.ts';
import { type Administration, administrations } from '../administrations/index.ts';
import { creditors } from '../creditors/index.ts';
import { debtors } from '../debtors/index.ts';
import { invoices } from '../invoices/index.ts';
import { placeOf } from '../routing/index.ts';
import { type Communication, communications } from './communication.model.ts';

/** What the page behind the buttons of a letter may show to whoever holds the letter. */
export type LetterOfToday = {
  /** Whose letter it is; never shown. */
  readonly place: AdministrationKey;
  readonly debtorId: Id;
  readonly isTest: boolean;
  /** Whose codes bank apps read there. */
  readonly country: string;
  readonly offersDirectDebit: boolean;
  /** The invoices it asked for and that are open, in hexadecimal. */
  readonly askedIds: readonly string[];
  readonly language: Locale;
  readonly creditorName: string;
  readonly currency: string;
  readonly iban: string | null;
  readonly accountName: string | null;
  readonly reference: string | null;
};

/** Letters that never left have no page. */
const NEVER_LEFT: readonly Communication['state'][] = ['withdrawn', 'refused'];
const LONGEST_REFERENCE = 140;

/**
 * Which invoices a letter asked for are open today, and where to pay them; how much, the claim says. What
 * came due after the letter is not in it, and what is disputed since is not asked for. Null when there is no
 * such letter.
 */
export function createPublicLetters({ store }: { readonly store: Store }) {
  const scope = systemScope('whoever holds a letter may see what it is about');

  return async (communicationId: string): Promise<LetterOfToday | null> => {
    if (!isValidObjectId(communicationId)) return null;
    const letter = await store.table(communications).in(scope).byId(toId(communicationId));
    if (!letter || NEVER_LEFT.includes(letter.state)) return null;
    const [administration, creditor, debtor] = await Promise.all([
      store.table(administrations).in(scope).byId(letter.administrationId),
      store.table(creditors).in(scope).byId(letter.creditorId),
      store
        .table(debtors)
        .in(scope)
        .byId(letter.debtorId, { fields: ['number'] }),
    ]);
    if (!administration || !creditor || !debtor) return null;

    const asked = await stillOpen(letter, administration);
    const numbers = asked.map((invoice) => invoice.number).join(' ');
    return {
      place: placeOf(letter),
      debtorId: letter.debtorId,
      isTest: administration.testMode,
      country: administration.country,
      offersDirectDebit: administration.offersDirectDebit === true,
      askedIds: asked.map((invoice) => invoice._id.toHexString()),
      language: letter.language,
      creditorName: creditor.name,
      currency: administration.currency,
      iban: administration.iban ?? null,
      accountName: administration.accountName ?? creditor.name,
      reference: numbers.slice(0, LONGEST_REFERENCE) || debtor.number,
    };
  };

  async function stillOpen(letter: Communication, { timeZone }: Administration) {
    const { debtorId } = letter;
    const writtenOn = dayAt(letter.sentAt ?? letter.reservedAt, timeZone);
    return store
      .table(invoices)
      .in(scope)
      .find(
        { debtorId, openCents: { $gt: 0 }, dueOn: { $lt: writtenOn }, disputedAt: null },
        { sort: { dueOn: 1, number: 1 }, fields: ['number'] },
      );
  }
}
