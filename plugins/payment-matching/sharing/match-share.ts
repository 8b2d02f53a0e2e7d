import { join } from 'node:path';
import { loadBook } from '../bench-input/load-book.ts';
import { MatchInputError } from '../bench-input/match-input.errors.ts';
import { readCamt } from '../bench-input/read-camt.ts';
import { writeDecision } from '../bench-input/write-decision.ts';
import { createKnowledge } from '../finding/knowledge.ts';
import { createMatcher, type Decision } from '../deciding/create-matcher.ts';
import { policyOf } from '../deciding/policy.ts';
import type { Plan } from './plan-shares.ts';

export type Matching = {
  readonly input: string;
  readonly explain: boolean;
  readonly certainty: number;
  /** From so many bytes of invoices on it is shared; left out where that is known best. */
  readonly worthSharing?: number;
};
export type Share = Matching & { readonly plan: Plan; readonly index: number };
export type Counts = Record<Decision['decision'], number>;
/** What became of the payments of one file, as lines of the result. */
export type Matched = { readonly name: string; readonly text: string; readonly counts: Counts };

/** Matches the statements of one share, file by file in their order. Throws `MatchInputError`. */
export async function* matchShare(share: Share): AsyncGenerator<Matched> {
  const { input, plan, index, certainty } = share;
  const isOwn = (id: string) => (plan.shareOf.get(id) ?? 0) === index;
  const book = await loadBook(input, isOwn);
  const matcher = createMatcher({
    book,
    knowledge: createKnowledge(),
    policy: policyOf(certainty),
  });
  for (const { name } of plan.statements.filter((one) => one.share === index)) {
    const counts: Counts = { auto: 0, suggest: 0, none: 0 };
    let text = '';
    for await (const payment of readCamt(join(input, 'camt053', name))) {
      const own = book.accounts.get(payment.account)?.administrationIds;
      if (own?.some((id) => !isOwn(id))) {
        throw new MatchInputError(name, 'this file holds statements of several accounts');
      }
      const decision = matcher.match(payment);
      counts[decision.decision] += 1;
      text += writeDecision(book, decision, share);
    }
    yield { name, text, counts };
  }
}
