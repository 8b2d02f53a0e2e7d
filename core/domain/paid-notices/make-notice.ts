import { cents, type OutgoingMail } from '@inning/sdk';
import { systemScope } from '../../store/index.ts';
import { type Administration, administrations } from '../administrations/index.ts';
import { debtors } from '../debtors/index.ts';
import { type Invoice, invoices } from '../invoices/index.ts';
import { placeOf } from '../routing/index.ts';
import type { User } from '../users/index.ts';
import { composeNotice, type PaidLine } from './compose-notice.ts';
import type { PaidNotice } from './paid-notice.model.ts';
import type { PaidNoticesDeps } from './paid-notices.deps.ts';

type Marked = { readonly mailId: string; readonly rows: readonly PaidNotice[] };
/** Null where everything runs and nothing leaves (PLAT-07). */
export type MadeNotice = { readonly mail: OutgoingMail | null };
type NotMade = { readonly state: 'dropped' | 'refused'; readonly problem: string };

/** The mail as it is true now: who may see it and what is still paid is looked up again. */
export async function makeNotice(
  deps: PaidNoticesDeps,
  marked: Marked,
): Promise<MadeNotice | NotMade> {
  const { store, publicUrl } = deps;
  const [first] = marked.rows;
  if (!first) return { state: 'dropped', problem: 'empty' };
  const place = placeOf(first);
  const people = await deps.whoHearsOfPaid(place);
  const reader = people.find((one) => one._id.equals(first.userId));
  if (!reader) return { state: 'dropped', problem: 'not-wanted' };
  const administration = await store.table(administrations).in(SYSTEM).byId(place.administrationId);
  const lines = await linesOf(deps, marked.rows);
  if (!administration || lines.length === 0) return { state: 'dropped', problem: 'not-paid' };
  if (!administration.senderEmail) return { state: 'refused', problem: 'no-sender' };
  const to = addresseeOf(administration, reader);
  if (to === null) return { mail: null };
  const letter = composeNotice({
    locale: reader.locale,
    readerName: reader.name,
    administrationName: administration.name,
    publicUrl,
    lines,
  });
  return { mail: mailOf({ administration, marked, to }, letter) };
}

const SYSTEM = systemScope('a colleague is told of what they see themselves');

/** What was taken back meanwhile is not told as paid. */
async function linesOf(
  { store }: PaidNoticesDeps,
  rows: readonly PaidNotice[],
): Promise<PaidLine[]> {
  const ids = { $in: rows.map((row) => row.invoiceId) };
  const found = await store.table(invoices).in(SYSTEM).find({ _id: ids, openCents: 0 });
  const names = await store
    .table(debtors)
    .in(SYSTEM)
    .find({ _id: { $in: found.map((one) => one.debtorId) } }, { fields: ['name'] });
  const nameOf = new Map(names.map((one) => [String(one._id), one.name]));
  const paidOn = new Map(rows.map((row) => [String(row.invoiceId), row.paidOn]));
  return found
    .toSorted((a, b) => a.number.localeCompare(b.number))
    .map((invoice: Invoice) => ({
      number: invoice.number,
      debtorName: nameOf.get(String(invoice.debtorId)) ?? '',
      debtorId: String(invoice.debtorId),
      totalCents: cents(invoice.totalCents),
      currency: invoice.currency,
      paidOn: paidOn.get(String(invoice._id)) ?? '',
    }));
}

function addresseeOf({ testMode, testAddress }: Administration, { email }: User): string | null {
  return testMode ? (testAddress ?? null) : email;
}

type Envelope = {
  readonly administration: Administration;
  readonly marked: Marked;
  readonly to: string;
};

function mailOf(
  { administration, marked, to }: Envelope,
  letter: ReturnType<typeof composeNotice>,
): OutgoingMail {
  const { senderEmail, senderName, replyTo, agencyId } = administration;
  const address = senderEmail ?? '';
  const id = marked.mailId;
  return {
    key: `paid-notice:${id}`,
    agencyId: agencyId.toHexString(),
    sentAt: marked.rows[0]?.markedAt ?? new Date(0),
    messageId: `<${id}@${address.split('@')[1] ?? 'inning.invalid'}>`,
    from: senderName ? { name: senderName, address } : { address },
    to: { address: to },
    ...(replyTo ? { replyTo: { address: replyTo } } : {}),
    ...letter,
    attachments: [],
  };
}
