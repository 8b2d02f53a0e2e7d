import { message } from '@inning/sdk';
import { communications } from '../../../domain/communications/index.ts';
import { invoices } from '../../../domain/invoices/index.ts';
import { payments } from '../../../domain/payments/index.ts';
import { instances, moves } from '../../../flows/index.ts';
import { commandScope } from '../../find-books.ts';
import type { Telling } from './telling.ts';

export type Totals = {
  readonly sent: number;
  /** How often the contact window held a step back. */
  readonly parked: number;
  readonly paid: { readonly invoices: number; readonly receivedCents: number };
  readonly stopped: { readonly flows: number; readonly paid: number };
  readonly open: {
    readonly invoices: number;
    readonly cents: number;
    readonly flows: number;
  };
};

const WINDOW = ['flow.gate.contact-window', 'flow.gate.holiday'];

/** Counts what happened on and after the first day. */
export async function countTotals({ app }: Telling, from: Date): Promise<Totals> {
  const { store } = app;
  const [sent, parked, all, received, walked] = await Promise.all([
    store.table(communications).in(commandScope).count({ state: 'sent' }),
    store
      .table(moves)
      .in(commandScope)
      .count({
        steps: { $elemMatch: { kind: 'parked', 'because.code': { $in: WINDOW } } },
      } as never),
    store.table(invoices).in(commandScope).find(),
    store
      .table(payments)
      .in(commandScope)
      .find({ at: { $gt: from }, reversedAt: null }),
    store.table(instances).in(commandScope).find(),
  ]);
  const ended = walked.filter((one) => !one.isLive);
  const open = all.filter((one) => one.openCents > 0);
  const isPaidSince = (one: (typeof all)[number]) =>
    one.history.some((line) => line.status === 'paid' && line.at > from) && one.openCents === 0;
  return {
    sent,
    parked,
    paid: {
      invoices: all.filter(isPaidSince).length,
      receivedCents: received.reduce((sum, one) => sum + one.amountCents, 0),
    },
    stopped: {
      flows: ended.length,
      paid: ended.filter((one) => one.endedAs === 'paid').length,
    },
    open: {
      invoices: open.length,
      cents: open.reduce((sum, one) => sum + one.openCents, 0),
      flows: walked.length - ended.length,
    },
  };
}

export function sayTotals(
  { say }: Telling,
  { sent, parked, paid, stopped, open }: Totals,
): string[] {
  return [
    message('demo.total-sent', { count: sent }),
    message('demo.total-parked', { count: parked }),
    message('demo.total-paid', { count: paid.invoices, amountCents: paid.receivedCents }),
    message('demo.total-stopped', { count: stopped.flows, paidCount: stopped.paid }),
    message('demo.total-open', {
      count: open.invoices,
      amountCents: open.cents,
      flowCount: open.flows,
    }),
  ].map((said) => say(said));
}
