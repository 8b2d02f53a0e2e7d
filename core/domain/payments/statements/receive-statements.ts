import type { BankWarning, ReadStatement } from '@inning/sdk';
import type { Id, Scope, Store } from '../../../store/index.ts';
import {
  type Administration,
  administrations,
  findAdministration,
} from '../../administrations/index.ts';
import { createReadings, type StatementUpload } from '../mappings/readings.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import { createArrivals } from '../arrivals/arrivals.ts';
import { listArrivals } from '../arrivals/list-arrivals.ts';
import { type MatchCounts, NOTHING_MATCHED } from '../matching/match-counts.ts';
import { createMatchNewLines, type MatcherFor } from '../matching/match-new-lines.ts';
import { StatementOfOtherAdministrationError } from '../payments.errors.ts';
import type { BankStatementRow } from './bank-statement.model.ts';
import { coverOf } from './cover-of.ts';
import { coveredOnOf, createStoreStatement, tellAll, type Told } from './store-statement.ts';

export type StatementsDeps = PaymentsDeps & { readonly matcherFor: MatcherFor };
export type ReceivedStatements = {
  readonly statementCount: number;
  readonly accounts: readonly string[];
  readonly newCount: number;
  readonly knownCount: number;
  readonly warnings: readonly BankWarning[];
  readonly matching: MatchCounts;
  /** Large statements that were accepted and go on by themselves; their counts come later. */
  readonly underWay: readonly Id[];
};
type Delivered = {
  readonly statements: readonly ReadStatement[];
  readonly fileName: string | null;
  /** Whether the answer may come before a large statement is in and matched. */
  readonly mayGoOn?: boolean;
};
export type ReceivedFile = ReceivedStatements & {
  readonly format: string;
  /** Who once said how these columns are read, when that was used. */
  readonly readAsBy: string | null;
};
export type StatementService = ReturnType<typeof createStatementService>;

/** A statement of more lines is accepted first, and then comes in part by part. */
const LARGE = 5_000;

/** Bank statements: read, kept once, matched. Everything may be done again without harm. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createStatementService(deps: StatementsDeps) {
  const { store } = deps;
  const storeStatement = createStoreStatement(deps);
  const matchNewLines = createMatchNewLines(deps);
  const arrivals = createArrivals({ ...deps, matchNewLines });

  /** Takes statements that were read completely; lines that are known already are passed over. */
  async function receive(
    scope: Scope,
    administrationId: Id,
    delivered: readonly ReadStatement[] | Delivered,
  ): Promise<ReceivedStatements> {
    const { statements, fileName, mayGoOn } = namedOf(delivered);
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
    const large: BankStatementRow[] = [];
    const stories: Told[] = [];
    for (const statement of statements) {
      const cover = await coverOf(statement.lines);
      const received = { statement, administration, fileName, cover };
      if (statement.lines.length > LARGE) {
        large.push(await arrivals.accept(scope, received));
        continue;
      }
      const stored = await storeStatement(scope, received);
      newCount += stored.newCount;
      knownCount += stored.knownCount;
      stories.push({
        administration,
        account: statement.account,
        coveredOn: coveredOnOf(received),
        newCount: stored.newCount,
      });
    }
    const accounts = [...new Set(statements.map((one) => one.account))];
    const about = { statementCount: statements.length, accounts, warnings };
    if (large.length > 0 && mayGoOn) {
      arrivals.start(scope, large, stories);
      const underWay = large.map((row) => row._id);
      return { ...about, newCount, knownCount, matching: NOTHING_MATCHED, underWay };
    }
    const matching = await bringInAndMatch(scope, administrationId, { large, stories });
    for (const { _id, lineCount } of large) {
      const its = await arrivals.newCountOf(scope, _id);
      newCount += its;
      knownCount += lineCount - its;
    }
    return { ...about, newCount, knownCount, matching, underWay: [] };
  }

  async function bringInAndMatch(
    scope: Scope,
    administrationId: Id,
    { large, stories }: { large: readonly BankStatementRow[]; stories: readonly Told[] },
  ): Promise<MatchCounts> {
    if (large.length > 0) return (await arrivals.run(scope, large, stories)) ?? NOTHING_MATCHED;
    const counts = await matchNewLines(scope, administrationId);
    await tellAll(deps, scope, stories);
    return counts;
  }

  const readings = createReadings(deps);

  return {
    receive,
    matchNewLines,
    /** How far large statements are. */
    arrivals: (scope: Scope, administrationId: Id | undefined) =>
      listArrivals(deps, scope, administrationId),
    /** Goes on with large statements that somebody left who died. */
    goOn: arrivals.goOn,
    /** Leaves what is under way to another process. */
    stop: arrivals.stop,
    /** Reads a file with the reader that knows it. An unreadable file leaves no trace. */
    async receiveFile(
      scope: Scope,
      administrationId: Id,
      upload: StatementUpload & { readonly mayGoOn?: boolean },
    ): Promise<ReceivedFile> {
      const { reader, options, readAsBy } = await readings.of(scope, administrationId, upload);
      const statements: ReadStatement[] = [];
      for await (const one of reader.port.read(upload.file, options)) statements.push(one);
      const fileName = upload.file.name;
      const { mayGoOn = false } = upload;
      const delivered = { statements, fileName, mayGoOn };
      const received = await receive(scope, administrationId, delivered);
      await readings.remember(scope, administrationId, upload);
      return { format: reader.id, readAsBy, ...received };
    },
  };
}

const namedOf = (delivered: readonly ReadStatement[] | Delivered): Delivered =>
  'fileName' in delivered ? delivered : { statements: delivered, fileName: null };

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
