import type { BankWarning, ReadStatement } from '@inning/sdk';
import type { Id, Scope, Store } from '../../../store/index.ts';
import {
  type Administration,
  administrations,
  findAdministration,
} from '../../administrations/index.ts';
import { createReadings, type StatementUpload } from '../mappings/readings.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import type { MatchCounts } from '../matching/match-counts.ts';
import { createMatchNewLines, type MatcherFor } from '../matching/match-new-lines.ts';
import { StatementOfOtherAdministrationError } from '../payments.errors.ts';
import { createStoreStatement } from './store-statement.ts';

export type StatementsDeps = PaymentsDeps & { readonly matcherFor: MatcherFor };
export type ReceivedStatements = {
  readonly statementCount: number;
  readonly accounts: readonly string[];
  readonly newCount: number;
  readonly knownCount: number;
  readonly warnings: readonly BankWarning[];
  readonly matching: MatchCounts;
};
type Delivered = {
  readonly statements: readonly ReadStatement[];
  readonly fileName: string | null;
};
export type ReceivedFile = ReceivedStatements & {
  readonly format: string;
  /** Who once said how these columns are read, when that was used. */
  readonly readAsBy: string | null;
};
export type StatementService = ReturnType<typeof createStatementService>;

/** Bank statements: read, kept once, matched. Everything may be done again without harm. */
export function createStatementService(deps: StatementsDeps) {
  const { store } = deps;
  const storeStatement = createStoreStatement(deps);
  const matchNewLines = createMatchNewLines(deps);

  /** Takes statements that were read completely; lines that are known already are passed over. */
  async function receive(
    scope: Scope,
    administrationId: Id,
    delivered: readonly ReadStatement[] | Delivered,
  ): Promise<ReceivedStatements> {
    const { statements, fileName } = 'fileName' in delivered ? delivered : unnamed(delivered);
    const administration = await findAdministration(store, scope, { id: administrationId });
    const warnings: BankWarning[] = [];
    for (const statement of statements) {
      warnings.push(...statement.warnings);
      warnings.push(
        ...(await checkAccount(store, scope, { administration, account: statement.account })),
      );
    }
    let newCount = 0;
    let knownCount = 0;
    for (const statement of statements) {
      const stored = await storeStatement(scope, { statement, administration, fileName });
      newCount += stored.newCount;
      knownCount += stored.knownCount;
    }
    const matching = await matchNewLines(scope, administrationId);
    const accounts = [...new Set(statements.map((one) => one.account))];
    return {
      statementCount: statements.length,
      accounts,
      newCount,
      knownCount,
      warnings,
      matching,
    };
  }

  const readings = createReadings(deps);

  return {
    receive,
    matchNewLines,
    /** Reads a file with the reader that knows it. An unreadable file leaves no trace. */
    async receiveFile(
      scope: Scope,
      administrationId: Id,
      upload: StatementUpload,
    ): Promise<ReceivedFile> {
      const { reader, options, readAsBy } = await readings.of(scope, administrationId, upload);
      const statements: ReadStatement[] = [];
      for await (const one of reader.port.read(upload.file, options)) statements.push(one);
      const fileName = upload.file.name;
      const received = await receive(scope, administrationId, { statements, fileName });
      await readings.remember(scope, administrationId, upload);
      return { format: reader.id, readAsBy, ...received };
    },
  };
}

const unnamed = (statements: readonly ReadStatement[]): Delivered => ({
  statements,
  fileName: null,
});

/** Throws `StatementOfOtherAdministrationError` when the account is known as that of other books. */
async function checkAccount(
  store: Store,
  scope: Scope,
  { administration, account }: { administration: Administration; account: string },
): Promise<BankWarning[]> {
  const iban = plain(account);
  if (administration.iban && plain(administration.iban) === iban) return [];
  const all = await store
    .table(administrations)
    .in(scope)
    .find({}, { fields: ['iban'] });
  const other = all.find((one) => one.iban && plain(one.iban) === iban);
  if (other) throw new StatementOfOtherAdministrationError(other._id.toHexString());
  return administration.iban
    ? [
        {
          place: {},
          message: `The statement is of account ${account}, not of the account of this administration.`,
          code: 'ACCOUNT_OTHER',
          params: { account },
        },
      ]
    : [];
}

const plain = (account: string): string => account.toUpperCase().replace(/[^A-Z0-9]/g, '');
