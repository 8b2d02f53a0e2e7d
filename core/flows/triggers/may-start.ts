import type { Invoice } from '../../domain/invoices/index.ts';
import { dayAt } from '../../time/index.ts';
import type { Instance } from '../instances/instance.model.ts';

export type PastFlow = Pick<Instance, 'invoiceId' | 'isLive' | 'endedAs' | 'endedAt'>;

/**
 * The overdue invoices for which a flow may start, given what walked before. Nothing
 * starts beside a live flow of the debtor. A flow that came to its end, or was stopped, has had its
 * say about the invoices of its time: only what came due afterwards starts another.
 */
export function mayStart(
  overdue: readonly Invoice[],
  past: readonly PastFlow[],
  timeZone: string,
): Invoice[] {
  if (past.some((one) => one.isLive && one.invoiceId === null)) return [];
  return overdue.filter((invoice) =>
    past.every((one) => {
      const isOther = one.invoiceId !== null && !one.invoiceId.equals(invoice._id);
      if (isOther || one.endedAs === 'paid') return true;
      if (one.isLive || !one.endedAt) return false;
      return invoice.dueOn >= dayAt(one.endedAt, timeZone);
    }),
  );
}
