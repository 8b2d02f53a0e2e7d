import type { Clock } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type BulkChange, type Id, newId, type Scope, type Store } from '../../../store/index.ts';
import { normaliseReference } from '../../invoices/index.ts';
import { placeOf } from '../../routing/index.ts';
import type { BankLineRow } from '../bank-line.model.ts';
import { type PaymentFact, paymentFacts } from './payment-fact.model.ts';

export type Lesson = {
  readonly row: BankLineRow;
  readonly debtorId: Id;
  /** `system` from a certain booking, or the person who chose. */
  readonly by: string;
};
type Deps = { readonly store: Store; readonly clock: Clock };

/**
 * Remembers, in the caller's transaction, who pays for whom: the account under this name, and, when a
 * person chose, the words of the text. What somebody had forgotten is learned again only from a person.
 */
export function createLearnFacts({ store, clock }: Deps) {
  return async (scope: Scope, session: ClientSession, lessons: readonly Lesson[]) => {
    const facts = lessons.flatMap((lesson) => factsFrom(lesson));
    if (facts.length === 0) return;
    const table = store.table(paymentFacts).in(scope);
    const known = await table.find(
      {
        administrationId: { $in: facts.map((one) => one.administrationId) },
        key: { $in: facts.map((one) => one.key) },
      },
      { session, fields: ['key', 'administrationId', 'forgottenAt'] },
    );
    const there = new Map(known.map((one) => [keyOf(one), one]));
    const at = clock.now();
    const rows = new Map<string, PaymentFact>();
    const again: BulkChange<PaymentFact>[] = [];
    for (const fact of facts) {
      const before = there.get(keyOf(fact));
      if (!before) rows.set(keyOf(fact), rowOf(fact, at));
      else if (before.forgottenAt && fact.learnedBy !== 'system')
        again.push(relearn(before, fact, at));
    }
    await table.insertRaw([...rows.values()], { session });
    if (again.length > 0) await table.bulk(again, { session });
  };
}

type NewFact = ReturnType<typeof factsFrom>[number];

function factsFrom({ row, debtorId, by }: Lesson) {
  const base = { ...placeOf(row), debtorId, learnedBy: by, bankLineId: row._id };
  const owner = debtorId.toHexString();
  const { counterpartyAccount: account, counterpartyName: name, description } = row;
  const isPerson = by !== 'system';
  return [
    ...(account && name
      ? [
          {
            ...base,
            kind: 'account' as const,
            key: `account ${normaliseReference(account)} ${normaliseReference(name)} ${owner}`,
            account,
            name,
            text: null,
          },
        ]
      : []),
    ...(isPerson && /[A-Za-z]{4}/.test(description) && !/\d{4}/.test(description)
      ? [
          {
            ...base,
            kind: 'text' as const,
            key: `text ${normaliseReference(description).slice(0, 200)} ${owner}`,
            account: null,
            name: null,
            text: description.slice(0, 500),
          },
        ]
      : []),
  ];
}

const keyOf = (fact: { readonly administrationId: Id; readonly key: string }): string =>
  `${fact.administrationId.toHexString()} ${fact.key}`;

const rowOf = (fact: NewFact, at: Date): PaymentFact =>
  ({
    _id: newId(),
    ...fact,
    learnedAt: at,
    forgottenAt: null,
    forgottenBy: null,
  }) as unknown as PaymentFact;

const relearn = (
  { _id }: { readonly _id: Id },
  { learnedBy, bankLineId }: NewFact,
  at: Date,
): BulkChange<PaymentFact> => ({
  filter: { _id },
  update: {
    $set: { learnedBy, bankLineId, learnedAt: at, forgottenAt: null, forgottenBy: null },
  } as never,
});
