import { type CalendarDate, type Cents, cents } from '@inning/sdk';
import type { Id, Scope, Store } from '../../../store/index.ts';
import { type Administration, administrations } from '../../administrations/index.ts';
import { administrationIdsIn } from '../../administrations/index.ts';
import { bankLines } from '../bank-line.model.ts';
import { bankStatements, type BankStatementRow } from '../statements/bank-statement.model.ts';
import { type CoveredStatement, findGaps, type StatementGap } from '../statements/find-gaps.ts';

export type BankAccount = {
  readonly administrationId: Id;
  readonly administrationName: string;
  readonly account: string;
  /** Up to which day its statements reach; null while there is none. */
  readonly coveredUntil: CalendarDate | null;
  readonly balanceCents: Cents | null;
  readonly lastReceivedAt: Date | null;
  readonly statementCount: number;
  /** Received money that waits for a person. */
  readonly waitingCount: number;
  readonly waitingCents: Cents;
  /** The latest first. */
  readonly gaps: readonly StatementGap[];
};

const MOST_STATEMENTS = 2_000;
const MOST_GAPS = 50;

/** The bank accounts of which statements came in, and of which they should; with what is missing. */
export async function listAccounts(
  store: Store,
  scope: Scope,
  administrationId?: Id,
): Promise<BankAccount[]> {
  const ids = await administrationIdsIn(store, scope, administrationId);
  const [books, statements, waiting] = await Promise.all([
    store
      .table(administrations)
      .in(scope)
      .find({ _id: { $in: ids } }, { fields: ['name', 'iban'] }),
    store
      .table(bankStatements)
      .in(scope)
      .find(
        { administrationId: { $in: ids } },
        { sort: { receivedAt: -1, _id: -1 }, limit: MOST_STATEMENTS },
      ),
    waitingIn(store, scope, ids),
  ]);
  const groups = Map.groupBy(statements, keyOf);
  for (const one of books) {
    const own = one.iban ? plain(one.iban) : '';
    const isThere = [...groups.values()].some(([its]) => its && isOf(its, one, own));
    if (own !== '' && !isThere) groups.set(`${one._id.toHexString()} ${own}`, []);
  }
  const nameOf = new Map(books.map((one) => [one._id.toHexString(), one]));
  return [...groups]
    .flatMap(([key, its]) => {
      const [id = '', account = ''] = key.split(' ');
      const owner = nameOf.get(id);
      return owner
        ? [accountOf({ owner, account, statements: its, waiting: waiting.get(key) })]
        : [];
    })
    .toSorted((a, b) => compare(a.administrationName, b.administrationName));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const plain = (account: string): string => account.toUpperCase().replace(/[^A-Z0-9]/g, '');
type Owner = Pick<Administration, '_id' | 'name'>;
const keyOf = (of: { readonly administrationId: Id; readonly account: string }): string =>
  `${of.administrationId.toHexString()} ${plain(of.account)}`;
const isOf = (statement: BankStatementRow, owner: Owner, own: string): boolean =>
  statement.administrationId.equals(owner._id) && plain(statement.account) === own;

type Waiting = { readonly count: number; readonly totalCents: number };

async function waitingIn(
  store: Store,
  scope: Scope,
  ids: readonly Id[],
): Promise<Map<string, Waiting>> {
  type Row = { _id: { administrationId: Id; account: string }; count: number; totalCents: number };
  const rows = await store
    .table(bankLines)
    .in(scope)
    .aggregate<Row>([
      {
        $match: {
          administrationId: { $in: [...ids] },
          state: { $in: ['plausible', 'unmatched'] },
          amountCents: { $gt: 0 },
        },
      },
      {
        $group: {
          _id: { administrationId: '$administrationId', account: '$account' },
          count: { $sum: 1 },
          totalCents: { $sum: '$amountCents' },
        },
      },
    ]);
  return new Map(rows.map(({ _id, ...sums }) => [keyOf(_id), sums]));
}

type Of = {
  readonly owner: Owner;
  readonly account: string;
  readonly statements: readonly BankStatementRow[];
  readonly waiting: Waiting | undefined;
};

function accountOf({ owner, account, statements, waiting }: Of): BankAccount {
  const covered = statements.map(coveredOf);
  const latest = covered.toSorted((a, b) => compare(b.closingOn ?? '', a.closingOn ?? ''))[0];
  return {
    administrationId: owner._id,
    administrationName: owner.name,
    account,
    coveredUntil: latest?.closingOn ?? null,
    balanceCents: latest?.closingCents ?? null,
    lastReceivedAt: statements[0]?.lastReceivedAt ?? null,
    statementCount: statements.length,
    ...waitingOf(waiting),
    gaps: findGaps(covered).toReversed().slice(0, MOST_GAPS),
  };
}

const waitingOf = (waiting: Waiting | undefined) => ({
  waitingCount: waiting?.count ?? 0,
  waitingCents: cents(waiting?.totalCents ?? 0),
});

const centsOrNull = (amount: number | null | undefined) =>
  amount === null || amount === undefined ? null : cents(amount);

const coveredOf = (row: BankStatementRow): CoveredStatement => ({
  id: row._id.toHexString(),
  number: row.number,
  sequence: row.sequence ?? null,
  openingCents: centsOrNull(row.openingCents),
  openingOn: row.openingOn ?? null,
  closingCents: centsOrNull(row.closingCents),
  closingOn: row.closingOn ?? null,
  totalCents: cents(row.totalCents),
});
