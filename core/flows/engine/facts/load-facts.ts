import { addDays, type Country } from '@inning/sdk';
import { agencies, type Agency } from '../../../domain/agencies/index.ts';
import {
  type Administration,
  administrations,
  keyOfAdministration,
} from '../../../domain/administrations/index.ts';
import { createEntryReader } from '../../../domain/claims/index.ts';
import { createTermsReader } from '../../../domain/collection-terms/index.ts';
import { communications } from '../../../domain/communications/index.ts';
import { contactRecords } from '../../../domain/contact-records/index.ts';
import { creditors, type Creditor } from '../../../domain/creditors/index.ts';
import { debtors, type Debtor } from '../../../domain/debtors/index.ts';
import { invoices, type Invoice } from '../../../domain/invoices/index.ts';
import { createUnderWayReader } from '../../../domain/online-payments/index.ts';
import { bankLines } from '../../../domain/payments/index.ts';
import { type AdministrationKey, type Id, type Scope, type Store } from '../../../store/index.ts';
import { dayAt } from '../../../time/index.ts';
import type { Instance } from '../../instances/instance.model.ts';
import { claimFacts, type ClaimReading } from './claim-facts.ts';
import { contactsOf, recordedSince, zonesOf } from './contacts-of.ts';
import type { Contact, Facts, Pause } from './facts.ts';

export type FactsDeps = {
  readonly store: Store;
  readonly countries: {
    find(code: string, place?: AdministrationKey): Country | null;
    /** Makes the settings of countries fresh; left out, they have none. */
    refresh?(): Promise<void>;
  };
};
export type Subject = Pick<
  Instance,
  'debtorId' | 'invoiceId' | 'administrationId' | 'creditorId' | 'agencyId'
>;
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
    agencies: store.table(agencies),
    bankLines: store.table(bankLines),
    communications: store.table(communications),
    contactRecords: store.table(contactRecords),
  };
  const readTerms = createTermsReader(store);
  const readEntries = createEntryReader(store);
  const readUnderWay = createUnderWayReader(store);

  return async (scope, subjects, now) => {
    const debtorIds = unique(subjects.map((one) => one.debtorId));
    const since = addDays(dayAt(now, 'UTC'), -CONTACT_HISTORY_DAYS);
    const [people, open, books, owners, houses, plausible, underWay, letters, lines, agreed] =
      await Promise.all([
        tables.debtors.in(scope).find({ _id: { $in: debtorIds } }, { fields: DEBTOR_FIELDS }),
        tables.invoices
          .in(scope)
          .find(
            { debtorId: { $in: debtorIds }, openCents: { $gt: 0 } },
            { fields: INVOICE_FIELDS },
          ),
        tables.administrations
          .in(scope)
          .find({ _id: { $in: unique(subjects.map((one) => one.administrationId)) } }),
        tables.creditors
          .in(scope)
          .find({ _id: { $in: unique(subjects.map((one) => one.creditorId)) } }),
        tables.agencies
          .in(scope)
          .find({ _id: { $in: unique(subjects.map((one) => one.agencyId)) } }),
        tables.bankLines
          .in(scope)
          .find({ debtorIds: { $in: debtorIds }, state: 'plausible' }, { fields: ['debtorIds'] }),
        readUnderWay(scope, debtorIds),
        tables.communications
          .in(scope)
          .find(
            { debtorId: { $in: debtorIds }, sentOn: { $gte: since } },
            { fields: ['debtorId', 'sentOn', 'key', 'nodeId', 'state'] },
          ),
        tables.contactRecords.in(scope).find(recordedSince(debtorIds, since), {
          fields: ['debtorId', 'at', 'administrationId'],
        }),
        readTerms(subjects),
        countries.refresh?.(),
      ]);
    const asksFromDue = agreed.some(({ interest }) => interest === 'from-due');
    const bearing = open.filter((one) => asksFromDue || one.costState !== 'none');
    const entriesOf = await readEntries(
      scope,
      bearing.map(({ _id }) => _id),
    );
    const read = {
      debtors: byId(people),
      invoices: groupBy(open, (one) => one.debtorId),
      administrations: byId(books),
      creditors: byId(owners),
      agencies: byId(houses),
      plausible: new Set([...plausible.flatMap((line) => line.debtorIds.map(String)), ...underWay]),
      contacts: contactsOf({ debtorIds, letters, lines, zoneOf: zonesOf(books) }),
      agreed,
      entriesOf,
    };
    return (subject) => factsOf(subject, read);
  };

  function factsOf(subject: Subject, read: Read): Facts | null {
    const debtorKey = String(subject.debtorId);
    const debtor = read.debtors.get(debtorKey);
    const administration = read.administrations.get(String(subject.administrationId));
    const creditor = read.creditors.get(String(subject.creditorId));
    const country =
      administration && countries.find(administration.country, keyOfAdministration(administration));
    if (!debtor || !administration || !creditor || !country) return null;

    const { timeZone } = administration;
    const ofSubject = invoicesOf(subject, read);
    // What an agency or bailiff collects is no longer ours to write about.
    const invoicesOfSubject = ofSubject.filter((one) => !one.handedOverAt);
    const sources = { debtor, administration, creditor, country, read };
    return {
      ...claimFacts(invoicesOfSubject, sources),
      allInvoices: read.invoices.get(debtorKey) ?? [],
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
      agency: read.agencies.get(String(subject.agencyId)) ?? null,
    };
  }
}

function invoicesOf({ debtorId, invoiceId }: Subject, { invoices: open }: Read): Invoice[] {
  const its = open.get(String(debtorId)) ?? [];
  return invoiceId ? its.filter((one) => one._id.equals(invoiceId)) : its;
}

type Read = ClaimReading & {
  readonly debtors: ReadonlyMap<string, Debtor>;
  readonly invoices: ReadonlyMap<string, Invoice[]>;
  readonly administrations: ReadonlyMap<string, Administration>;
  readonly creditors: ReadonlyMap<string, Creditor>;
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly plausible: ReadonlySet<string>;
  readonly contacts: ReadonlyMap<string, Contact[]>;
};

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
  'flags',
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
  'announcement',
  'announcedOn',
  'claimableOn',
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
