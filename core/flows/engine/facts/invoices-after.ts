import type { CalendarDate } from '@inning/sdk';
import type { Invoice } from '../../../domain/invoices/index.ts';
import type { Effect } from '../moves/index.ts';

const COST_EFFECTS = ['announce-costs', 'note-announcement', 'make-costs-claimable'] as const;

/** True when effects change what is owed, or from when. */
export const changesClaim = (effects: readonly Effect[]): boolean =>
  effects.some(({ kind }) => (COST_EFFECTS as readonly string[]).includes(kind));

/**
 * Invoices as effects that are not written yet will leave them. A letter of a step may be noted before the
 * announcement it carries: announcements come first, whatever the order.
 */
export function invoicesAfter(
  invoices: readonly Invoice[],
  effects: readonly Effect[],
  today: CalendarDate,
): readonly Invoice[] {
  if (!changesClaim(effects)) return invoices;
  const ordered = COST_EFFECTS.flatMap((kind) => effects.filter((one) => one.kind === kind));
  return ordered.reduce((rows, effect) => rows.map((row) => after(row, effect, today)), invoices);
}

// oxlint-disable-next-line max-params -- a row, what happens to it, and when
function after(row: Invoice, effect: Effect, today: CalendarDate): Invoice {
  const id = String(row._id);
  switch (effect.kind) {
    case 'announce-costs': {
      if (!effect.invoiceIds.includes(id) || row.costState !== 'none') return row;
      const announcement = { ...PENDING, on: today };
      return { ...row, costState: 'announced', announcedOn: today, announcement };
    }
    case 'note-announcement':
      if (!effect.invoiceIds.includes(id) || row.costState !== 'announced') return row;
      return { ...row, announcement: { ...PENDING, on: today, ...effect.announcement } };
    case 'make-costs-claimable': {
      const booking = effect.bookings.find((one) => one.invoiceId === id);
      if (!booking) return row;
      return {
        ...row,
        costState: 'claimable',
        claimableOn: today,
        costsOpenCents: row.costsOpenCents + booking.costsCents,
        openCents: row.openCents + booking.costsCents,
      };
    }
    default:
      return row;
  }
}

/** Announced in the file, while no letter carried it yet. */
export const PENDING = {
  id: 'pending',
  sentOn: null,
  channel: null,
  receivedOn: null,
  returnedOn: null,
  dueOn: null,
  statedCents: null,
  faults: [] as string[],
  by: 'flow',
  reason: null,
};
