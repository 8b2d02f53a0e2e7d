import { type Cents, cents, invariant } from '@inning/sdk';
import type { Id } from '../../../store/index.ts';
import type { CreditorBalance } from './apply-share.ts';
import type { NewTransaction, OwnLedger } from './new-transaction.ts';
import type { TrustLedger } from './trust-transaction.model.ts';

export type Entry = {
  readonly ledger: TrustLedger;
  readonly creditorId: Id | null;
  readonly amountCents: Cents;
};
/** How the balance of one creditor changed in a transaction. */
export type Changed = {
  readonly creditorId: Id;
  readonly before: CreditorBalance;
  readonly after: CreditorBalance;
};

const SIDES: Readonly<Record<TrustLedger, 1 | -1>> = {
  bank: 1,
  recoverable: 1,
  unexplained: 1,
  unallocated: -1,
  held: -1,
  'on-its-way': -1,
  agency: -1,
};

/** The double entry: what there is as debit, whose it is as credit. Adds up to zero, or is a mistake. */
export function entriesOf(own: NewTransaction['own'], changed: readonly Changed[]): Entry[] {
  const ofAccount = (Object.entries(own) as [OwnLedger, number][]).map(([ledger, amount]) =>
    entry(ledger, amount, null),
  );
  const ofCreditors = changed.flatMap(({ creditorId, before, after }) => [
    entry('held', after.heldCents - before.heldCents, creditorId),
    entry('recoverable', after.recoverableCents - before.recoverableCents, creditorId),
    entry('on-its-way', after.onItsWayCents - before.onItsWayCents, creditorId),
  ]);
  const entries = [...ofAccount, ...ofCreditors].filter((one) => one.amountCents !== 0);
  const total = entries.reduce((sum, one) => sum + one.amountCents, 0);
  invariant(total === 0, `a transaction adds up to zero, not to ${total}`);
  return entries;
}

const entry = (ledger: TrustLedger, amount: number, creditorId: Id | null): Entry => ({
  ledger,
  creditorId,
  amountCents: cents(amount * SIDES[ledger]),
});
