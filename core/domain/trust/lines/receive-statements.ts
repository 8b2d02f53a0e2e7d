import type { BankStatementPort, BankWarning, InputFile, ReadStatement } from '@inning/sdk';
import type { Id, Scope } from '../../../store/index.ts';
import { chooseReader, type Reader } from '../../files/index.ts';
import { findTrustAccount } from '../accounts/find-trust-account.ts';
import { plainIban } from '../../payments/index.ts';
import { createReconcile } from '../reconciling/reconcile.ts';
import type { TrustDeps } from '../trust.deps.ts';
import { TrustStatementOfOtherAccountError } from '../trust.errors.ts';
import { createMatchLines } from './match-lines.ts';
import { createStoreStatement } from './store-statement.ts';

export type ReceivedTrust = {
  readonly newCount: number;
  readonly knownCount: number;
  readonly settledCount: number;
  readonly waitingCount: number;
  readonly warnings: readonly BankWarning[];
  /** Days that do not close, oldest first. */
  readonly openDays: readonly string[];
};

/** Statements of a trust account: kept once, booked, matched, and held against the balance of the bank. */
export function createReceiveTrustStatements(deps: TrustDeps) {
  const storeStatement = createStoreStatement(deps);
  const matchLines = createMatchLines(deps);
  const reconcile = createReconcile(deps);

  async function receive(
    scope: Scope,
    trustAccountId: Id,
    statements: readonly ReadStatement[],
  ): Promise<ReceivedTrust> {
    const account = await findTrustAccount(deps.store, scope, { id: trustAccountId });
    for (const { account: of } of statements) {
      if (plainIban(of) !== account.iban) throw new TrustStatementOfOtherAccountError(of);
    }
    let newCount = 0;
    let knownCount = 0;
    for (const statement of statements) {
      const stored = await storeStatement(scope, account, statement);
      newCount += stored.newCount;
      knownCount += stored.knownCount;
    }
    const counts = await matchLines(scope, account);
    for (const statement of statements) await reconcile.afterStatement(scope, account, statement);
    const open = await reconcile.again(scope, account);
    const warnings = statements.flatMap((one) => one.warnings);
    return { newCount, knownCount, ...counts, warnings, openDays: open.map((one) => one.on) };
  }

  return {
    receive,
    /** Reads a file with the reader that knows it. An unreadable file leaves no trace. */
    async receiveFile(
      scope: Scope,
      trustAccountId: Id,
      upload: { readonly file: InputFile; readonly readers: readonly Reader<BankStatementPort>[] },
    ): Promise<ReceivedTrust & { readonly format: string }> {
      const reader = chooseReader(upload.readers, upload.file);
      const statements: ReadStatement[] = [];
      for await (const statement of reader.port.read(upload.file)) statements.push(statement);
      return { format: reader.id, ...(await receive(scope, trustAccountId, statements)) };
    },
  };
}
