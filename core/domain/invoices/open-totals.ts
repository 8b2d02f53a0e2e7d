import { type CalendarDate, cents } from '@inning/sdk';
import type { Id, Scope, Store } from '../../store/index.ts';
import type { OpenTotals } from '../debtors/index.ts';
import { invoices } from './invoice.model.ts';

type Totals = {
  readonly _id: Id;
  openCents: number;
  principalCents: number;
  costsCents: number;
  interestCents: number;
  overdueCents: number;
  invoiceCount: number;
  oldestDueOn: string;
};

/** What debtors owe on a day, by debtor; who owes nothing is not in it. Reads open invoices only. */
export async function openTotals(
  store: Store,
  scope: Scope,
  asked: { readonly debtorIds: readonly Id[]; readonly today: CalendarDate },
): Promise<Map<string, OpenTotals>> {
  const isOverdue = { $lt: ['$dueOn', asked.today] };
  const rows = await store
    .table(invoices)
    .in(scope)
    .aggregate<Totals>([
      { $match: { debtorId: { $in: [...asked.debtorIds] }, openCents: { $gt: 0 } } },
      {
        $group: {
          _id: '$debtorId',
          openCents: { $sum: '$openCents' },
          principalCents: { $sum: '$principalOpenCents' },
          costsCents: { $sum: '$costsOpenCents' },
          interestCents: { $sum: '$interestOpenCents' },
          overdueCents: { $sum: { $cond: [isOverdue, '$openCents', 0] } },
          invoiceCount: { $sum: 1 },
          oldestDueOn: { $min: '$dueOn' },
        },
      },
    ]);
  return new Map(
    rows.map((row) => [
      row._id.toHexString(),
      {
        openCents: cents(row.openCents),
        principalCents: cents(row.principalCents),
        costsCents: cents(row.costsCents),
        interestCents: cents(row.interestCents),
        overdueCents: cents(row.overdueCents),
        invoiceCount: row.invoiceCount,
        oldestDueOn: row.oldestDueOn,
      },
    ]),
  );
}
