import { bankLines, payments } from '../../../domain/payments/index.ts';
import { moves, stepsOf } from '../../../flows/index.ts';
import { commandScope } from '../../find-books.ts';
import { linesOfOpenBankLines, linesOfPayments } from './bank-lines.ts';
import { linesOfSteps } from './flow-lines.ts';
import type { Telling, TimelineLine } from './telling.ts';

/**
 * Tells what happened since it was asked last, in the order in which it happened. Ask it often: why a
 * flow was chosen is told from what is known of the debtor now.
 */
export function createTimeline(telling: Telling): () => Promise<TimelineLine[]> {
  const { store, clock } = telling.app;
  const told = new Set<string>();
  let since = new Date(0);

  /** Rows of the very instant of the last look are found twice. */
  const fresh = <R extends { _id: unknown }>(rows: readonly R[]): R[] =>
    rows.filter((row) => !told.has(String(row._id)) && told.add(String(row._id)));

  return async () => {
    const [walked, paid, waiting] = await Promise.all([
      store
        .table(moves)
        .in(commandScope)
        .find({ at: { $gte: since } }, { sort: { at: 1, _id: 1 } }),
      store
        .table(payments)
        .in(commandScope)
        .find({ at: { $gte: since } }, { sort: { at: 1, _id: 1 } }),
      store
        .table(bankLines)
        .in(commandScope)
        .find({ receivedAt: { $gte: since }, state: { $in: ['plausible', 'unmatched'] } }),
    ]);
    since = clock.now();
    const lines = [
      ...(await linesOfPayments(telling, fresh(paid))),
      ...linesOfOpenBankLines(telling, fresh(waiting)),
      ...(await linesOfSteps(telling, stepsOf(fresh(walked)))),
    ];
    return lines.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  };
}
