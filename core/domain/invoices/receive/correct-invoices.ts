import {
  type CalendarDate,
  type Cents,
  cents,
  message,
  minCents,
  negateCents,
  sayMessage,
  subtractCents,
} from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { newId, type Scope } from '../../../store/index.ts';
import type { NewEntry, Posting } from '../../ledger/index.ts';
import type { AutomaticTask } from '../../tasks/index.ts';
import { type Invoice, invoices } from '../invoice.model.ts';
import type { InvoiceDocument } from '../invoice-document.ts';
import { matchKeys } from '../match-keys.ts';
import { invoiceTexts } from '../texts.ts';
import type { ReceivingDeps } from './receiving.ts';

/** What the bookkeeping says now of an invoice that is there. */
export type InvoiceCorrection = {
  readonly invoice: Invoice;
  /** Fields that are not amounts. */
  readonly set: Readonly<Record<string, unknown>>;
  readonly totalCents: Cents | null;
  /** What the bookkeeping sees open of the principal, when that is less than we do. */
  readonly openCents: Cents | null;
  readonly documents: readonly InvoiceDocument[];
  readonly imported?: Readonly<Record<string, unknown>>;
  readonly by: string;
  readonly on: CalendarDate;
};

/**
 * Brings invoices in line with the bookkeeping, in the caller's transaction. Amounts change through
 * the ledger only. When an amount is lowered below what was paid, the difference becomes a task.
 */
export function createCorrectInvoices({ store, clock, ledger, tasks }: ReceivingDeps) {
  return async (
    scope: Scope,
    session: ClientSession,
    corrections: readonly InvoiceCorrection[],
  ): Promise<void> => {
    if (corrections.length === 0) return;
    const at = clock.now();
    await store
      .table(invoices)
      .in(scope)
      .bulk(
        corrections.map((one) => ({
          filter: { _id: one.invoice._id },
          update: updateOf(one, at) as never,
        })),
        { session },
      );
    // One posting each: how an invoice was closed depends on the last word about it.
    await ledger.post(scope, session, corrections.flatMap(lowerOrRaise));
    await ledger.post(scope, session, corrections.flatMap(bookkeepingSays));
    await tasks.ensure(scope, session, corrections.flatMap(overpaidTask));
  };
}

function updateOf(one: InvoiceCorrection, at: Date): object {
  const { invoice, totalCents, imported, set } = one;
  const fields = Object.keys(set);
  if (totalCents !== null) fields.push('totalCents');
  const reference = set['paymentReference'] ?? invoice.paymentReference ?? null;
  const keys = matchKeys({ number: invoice.number, paymentReference: reference as string | null });
  const line = { at, status: 'changed', by: one.by, reason: fields.join(', ') };
  const push = {
    ...(fields.length > 0 ? { history: line } : {}),
    ...(one.documents.length > 0 ? { documents: { $each: [...one.documents] } } : {}),
  };
  return {
    $set: {
      ...set,
      ...(totalCents === null ? {} : { totalCents }),
      ...('paymentReference' in set ? { matchKeys: keys } : {}),
      ...(imported ? { imported } : {}),
      updatedAt: at,
    },
    ...(Object.keys(push).length > 0 ? { $push: push } : {}),
  };
}

function lowerOrRaise(one: InvoiceCorrection): Posting[] {
  const { invoice, totalCents } = one;
  if (totalCents === null) return [];
  const oldCents = cents(invoice.totalCents);
  const change = subtractCents(totalCents, oldCents);
  const amountCents =
    change > 0
      ? change
      : negateCents(minCents(negateCents(change), cents(invoice.principalOpenCents)));
  if (amountCents === 0) return [];
  const reason = message('ledger.amount-changed', {
    number: invoice.number,
    oldCents,
    newCents: totalCents,
  });
  const kind = change > 0 ? 'owed' : 'credited';
  return [posting(one, { key: 'amount', kind, amountCents, reason }, 'credited')];
}

function bookkeepingSays(one: InvoiceCorrection): Posting[] {
  const { invoice, openCents } = one;
  if (openCents === null) return [];
  const change = one.totalCents === null ? 0 : one.totalCents - invoice.totalCents;
  const ours = cents(Math.max(0, invoice.principalOpenCents + change));
  const amountCents = subtractCents(openCents, ours);
  if (amountCents >= 0) return [];
  const reason = message('ledger.bookkeeping-says', { openCents });
  return [posting(one, { key: 'bookkeeping', kind: 'credited', amountCents, reason }, 'paid')];
}

function posting(
  one: InvoiceCorrection,
  entry: Pick<NewEntry, 'key' | 'kind' | 'amountCents' | 'reason'>,
  closesAs: Posting['closesAs'],
): Posting {
  const key = `${entry.key}:${newId().toHexString()}`;
  const rest = { part: 'principal', bookedOn: one.on, by: one.by } as const;
  return { invoiceId: one.invoice._id, closesAs, entries: [{ ...entry, ...rest, key }] };
}

function overpaidTask(one: InvoiceCorrection): AutomaticTask[] {
  const { invoice, totalCents } = one;
  if (totalCents === null) return [];
  const overCents = invoice.totalCents - totalCents - invoice.principalOpenCents;
  if (overCents <= 0) return [];
  const because = message('invoices.overpaid', { number: invoice.number, overCents });
  return [
    {
      agencyId: invoice.agencyId,
      creditorId: invoice.creditorId,
      administrationId: invoice.administrationId,
      key: `overpaid:${invoice.number}:${totalCents}`,
      kind: 'review',
      title: sayMessage(invoiceTexts, because, 'nl'),
      because,
      dueOn: one.on,
      debtorId: invoice.debtorId,
      invoiceId: invoice._id,
    },
  ];
}
