import { type BankLine, cents, message, type ReadStatement } from '@inning/sdk';
import { chunksOf } from '../../payments/index.ts';
import type { Scope } from '../../../store/index.ts';
import type { TrustAccount } from '../accounts/trust-account.model.ts';
import { createPostTransaction } from '../booking/post-transaction.ts';
import type { TrustDeps } from '../trust.deps.ts';
import { type TrustLine, trustLines } from './trust-line.model.ts';
import { trustLineRow } from './trust-line-row.ts';

const BATCH = 100;
export type StoredLines = { readonly newCount: number; readonly knownCount: number };

/**
 * Keeps the lines of a statement, each once, and books each on the trust account in the same
 * transaction: what came in is nobody's yet, what went out has to be explained. After a crash the same
 * statement again brings the rest.
 */
export function createStoreStatement(deps: TrustDeps) {
  const { store, clock } = deps;
  const post = createPostTransaction(deps);

  const storeBatch = (scope: Scope, account: TrustAccount, lines: readonly BankLine[]) =>
    store.transaction(async (session) => {
      const table = store.table(trustLines).in(scope);
      const references = lines.map((line) => line.bankReference);
      const known = await table.find(
        { trustAccountId: account._id, bankReference: { $in: references } },
        { session, fields: ['bankReference'] },
      );
      const taken = new Set(known.map((one) => one.bankReference));
      const fresh = lines.filter(
        ({ bankReference }) => !taken.has(bankReference) && taken.add(bankReference),
      );
      const rows = fresh.map((line) => trustLineRow(account, line, clock.now()));
      if (rows.length > 0) await table.insertRaw(rows, { session });
      for (const row of rows) await post(scope, session, transactionOf(account, row));
      return rows.length;
    });

  return async (
    scope: Scope,
    account: TrustAccount,
    statement: ReadStatement,
  ): Promise<StoredLines> => {
    const opening = await openingLine(deps, scope, { account, statement });
    let newCount = 0;
    if (opening.length > 0) newCount += await storeBatch(scope, account, opening);
    for (const lines of chunksOf(statement.lines, BATCH)) {
      newCount += await storeBatch(scope, account, lines);
    }
    return { newCount, knownCount: opening.length + statement.lines.length - newCount };
  };
}

const transactionOf = (account: TrustAccount, row: TrustLine) => {
  const isReceived = row.amountCents > 0;
  return {
    account,
    key: `line:${row._id.toHexString()}`,
    kind: isReceived ? ('received' as const) : ('paid-out' as const),
    bookedOn: row.bookedOn,
    by: 'bank',
    because: isReceived
      ? message('trust.received', { receivedOn: row.bookedOn })
      : message('trust.paid-out'),
    trustLineId: row._id,
    own: isReceived
      ? { bank: row.amountCents, unallocated: row.amountCents }
      : { bank: row.amountCents, unexplained: -row.amountCents },
    shares: [],
  };
};

/** What stood on the account before the first statement is a line too: somebody knows whose it is. */
async function openingLine(
  { store }: Pick<TrustDeps, 'store'>,
  scope: Scope,
  { account, statement }: { account: TrustAccount; statement: ReadStatement },
): Promise<BankLine[]> {
  const { openingCents, openingOn, lines } = statement;
  const bookedOn = openingOn ?? firstOf(lines)?.bookedOn;
  if (!openingCents || openingCents < 0 || !bookedOn) return [];
  const table = store.table(trustLines).in(scope);
  if (await table.findOne({ trustAccountId: account._id }, { fields: ['_id'] })) return [];
  return [
    {
      place: {},
      bankReference: 'opening-balance',
      bookedOn,
      valueOn: null,
      amountCents: cents(openingCents),
      currency: account.currency,
      counterpartyName: null,
      counterpartyAccount: null,
      description: '',
      structuredReference: null,
      endToEndId: null,
      isReversal: false,
      typeCode: null,
    },
  ];
}

function firstOf(lines: Iterable<BankLine>): BankLine | undefined {
  for (const line of lines) return line;
  return undefined;
}
