import { addDays, type Country } from '@inning/sdk';
import { administrations, type Administration } from '../../domain/administrations/index.ts';
import { buildClaim } from '../../domain/claims/index.ts';
import { type Communication, communications } from '../../domain/communications/index.ts';
import { creditors, type Creditor } from '../../domain/creditors/index.ts';
import { debtors, type Debtor } from '../../domain/debtors/index.ts';
import { invoices, type Invoice } from '../../domain/invoices/index.ts';
import { bankLines } from '../../domain/payments/index.ts';
import { type Id, type Scope, type Store } from '../../store/index.ts';
import type { Instance } from '../instances/instance.model.ts';
import { dayAt } from './local-time.ts';
import type { Contact, Facts, Pause } from './situation.ts';

export type FactsDeps = {
  readonly store: Store;
  readonly countries: { find(code: string): Country | null };
};
export type Subject = Pick<Instance, 'debtorId' | 'invoiceId' | 'administrationId' | 'creditorId'>;
export type LoadFacts = (
  scope: Scope,
  subjects: readonly Subject[],
  now: Date,
) => Promise<(subject: Subject) => Facts | null>;

/** Longest period over which contacts are counted. */
const CONTACT_HISTORY_DAYS = 62;

/**
 * Reads what is true now about many subjects at once: a handful of queries however many there are.
 * The returned function answers null for a subject whose debtor is no longer there.
 */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createFactsLoader({ store, countries }: FactsDeps): LoadFacts {
  const tables = {
    debtors: store.table(debtors),
    invoices: store.table(invoices),
    administrations: store.table(administrations),
    creditors: store.table(creditors),
    bankLines: store.table(bankLines),
    communications: store.table(communications),
  };

  return async (scope, subjects, now) => {
    const debtorIds = unique(subjects.map((one) => one.debtorId));
    const since = addDays(dayAt(now, 'UTC'), -CONTACT_HISTORY_DAYS);
    const [people, open, books, owners, plausible, contacts] = await Promise.all([
      tables.debtors.in(scope).find({ _id: { $in: debtorIds } }, { fields: DEBTOR_FIELDS }),
      tables.invoices
        .in(scope)
        .find({ debtorId: { $in: debtorIds }, openCents: { $gt: 0 } }, { fields: INVOICE_FIELDS }),
      tables.administrations
        .in(scope)
        .find({ _id: { $in: unique(subjects.map((one) => one.administrationId)) } }),
      tables.creditors
        .in(scope)
        .find({ _id: { $in: unique(subjects.map((one) => one.creditorId)) } }),
      tables.bankLines
        .in(scope)
        .find({ debtorIds: { $in: debtorIds }, state: 'plausible' }, { fields: ['debtorIds'] }),
      tables.communications
        .in(scope)
        .find(
          { debtorId: { $in: debtorIds }, sentOn: { $gte: since } },
          { fields: ['debtorId', 'sentOn', 'key', 'nodeId', 'state'] },
        ),
    ]);
    const read = {
      debtors: byId(people),
      invoices: groupBy(open, (one) => one.debtorId),
      administrations: byId(books),
      creditors: byId(owners),
      plausible: new Set(plausible.flatMap((line) => line.debtorIds.map(String))),
      contacts: contactsOf(debtorIds, contacts),
    };
    return (subject) => factsOf(subject, read);
  };

  function factsOf(subject: Subject, read: Read): Facts | null {
    const debtorKey = String(subject.debtorId);
    const debtor = read.debtors.get(debtorKey);
    const administration = read.administrations.get(String(subject.administrationId));
    const creditor = read.creditors.get(String(subject.creditorId));
    const country = administration && countries.find(administration.country);
    if (!debtor || !administration || !creditor || !country) return null;

    const { timeZone } = administration;
    const open = read.invoices.get(debtorKey) ?? [];
    const own = subject.invoiceId;
    const ofSubject = own ? open.filter((one) => one._id.equals(own)) : open;
    // What an agency or bailiff collects is no longer ours to write about.
    const invoicesOfSubject = ofSubject.filter((one) => !one.handedOverAt);
    const sources = { debtor, administration, creditor, invoices: invoicesOfSubject };
    return {
      claimOn: (today) => buildClaim(sources, today),
      hasHandedOver: invoicesOfSubject.length < ofSubject.length,
      country,
      timeZone,
      debtorPause: pauseOf(debtor),
      administrationPause: pauseOf(administration),
      bankDataOn: administration.bankFeedAt ? dayAt(administration.bankFeedAt, timeZone) : null,
      hasPlausiblePayment: read.plausible.has(debtorKey),
      contacts: read.contacts.get(debtorKey) ?? [],
      debtor,
      administration,
      creditor,
    };
  }
}

type Read = {
  readonly debtors: ReadonlyMap<string, Debtor>;
  readonly invoices: ReadonlyMap<string, Invoice[]>;
  readonly administrations: ReadonlyMap<string, Administration>;
  readonly creditors: ReadonlyMap<string, Creditor>;
  readonly plausible: ReadonlySet<string>;
  readonly contacts: ReadonlyMap<string, Contact[]>;
};

type Letter = Pick<Communication, '_id' | 'debtorId' | 'sentOn' | 'key' | 'nodeId' | 'state'>;

function contactsOf(debtorIds: readonly Id[], letters: readonly Letter[]): Map<string, Contact[]> {
  const byDebtor = new Map<string, Contact[]>(debtorIds.map((id) => [id.toHexString(), []]));
  for (const { _id, debtorId, sentOn: on, key, nodeId, state } of letters) {
    if (!on) continue;
    const isSent = state === 'sent' && nodeId;
    const sent = isSent ? { sent: { communicationId: _id.toHexString(), nodeId } } : {};
    byDebtor.get(debtorId.toHexString())?.push({ on, key, ...sent });
  }
  return byDebtor;
}

const DEBTOR_FIELDS = [
  'number',
  'kind',
  'name',
  'gender',
  'attention',
  'language',
  'email',
  'mobile',
  'contacts',
  'invoiceAddress',
  'behaviour',
  'promisedOn',
  'pausedSince',
  'pausedUntil',
  'pauseReason',
] as const;

const INVOICE_FIELDS = [
  'debtorId',
  'number',
  'totalCents',
  'invoicedOn',
  'dueOn',
  'openCents',
  'principalOpenCents',
  'costsOpenCents',
  'interestOpenCents',
  'costState',
  'disputedAt',
  'handedOverAt',
  'paymentReference',
] as const;

function pauseOf(row: Pick<Debtor, 'pausedSince' | 'pausedUntil' | 'pauseReason'>): Pause | null {
  return row.pausedSince ? { until: row.pausedUntil, reason: row.pauseReason } : null;
}

function unique(ids: readonly Id[]): Id[] {
  return [...new Map(ids.map((id) => [id.toHexString(), id])).values()];
}

function byId<R extends { _id: Id }>(rows: readonly R[]): Map<string, R> {
  return new Map(rows.map((row) => [row._id.toHexString(), row]));
}

function groupBy<R>(rows: readonly R[], key: (row: R) => Id): Map<string, R[]> {
  return Map.groupBy(rows, (row) => key(row).toHexString());
}
