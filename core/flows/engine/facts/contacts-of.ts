import { addDays, type CalendarDate } from '@inning/sdk';
import type { Administration } from '../../../domain/administrations/index.ts';
import type { Communication } from '../../../domain/communications/index.ts';
import type { ContactRecord } from '../../../domain/contact-records/index.ts';
import type { Id } from '../../../store/index.ts';
import { dayAt } from '../../../time/index.ts';
import type { Contact } from './facts.ts';

type Letter = Pick<Communication, '_id' | 'debtorId' | 'sentOn' | 'key' | 'nodeId' | 'state'>;
type Line = Pick<ContactRecord, '_id' | 'debtorId' | 'at' | 'administrationId'>;

/** By which a person reached the debtor, or tried to: that counts as much as a letter of a flow. */
const REACHING: readonly ContactRecord['kind'][] = ['call', 'call-attempt', 'mail-sent', 'visit'];

/** What people wrote down since; what flows wrote stands among the letters. A day early, for time zones. */
export const recordedSince = (debtorIds: readonly Id[], since: CalendarDate) => ({
  debtorId: { $in: [...debtorIds] },
  at: { $gte: new Date(`${addDays(since, -1)}T00:00:00Z`) },
  kind: { $in: [...REACHING] },
  isAutomatic: false,
});

type Sources = {
  readonly debtorIds: readonly Id[];
  readonly letters: readonly Letter[];
  readonly lines: readonly Line[];
  /** The time zone of an administration. */
  readonly zoneOf: (administrationId: Id) => string;
};

/** Every contact with each debtor, whoever made it, in whichever flow. */
export function contactsOf({ debtorIds, letters, lines, zoneOf }: Sources): Map<string, Contact[]> {
  const byDebtor = new Map<string, Contact[]>(debtorIds.map((id) => [id.toHexString(), []]));
  for (const { _id, debtorId, sentOn: on, key, nodeId, state } of letters) {
    if (!on) continue;
    const isSent = state === 'sent' && nodeId;
    const sent = isSent ? { sent: { communicationId: _id.toHexString(), nodeId } } : {};
    byDebtor.get(debtorId.toHexString())?.push({ on, key, ...sent });
  }
  for (const { _id, debtorId, at, administrationId } of lines) {
    const on = dayAt(at, zoneOf(administrationId));
    byDebtor.get(debtorId.toHexString())?.push({ on, key: `record ${_id.toHexString()}` });
  }
  return byDebtor;
}

export function zonesOf(books: readonly Administration[]): Sources['zoneOf'] {
  const zones = new Map(books.map((one) => [one._id.toHexString(), one.timeZone]));
  return (id) => zones.get(id.toHexString()) ?? 'UTC';
}
