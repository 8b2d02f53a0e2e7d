import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import {
  type BankStatementPort,
  DomainError,
  FileUnreadableError,
  type Static,
  Type,
  WRITERS,
} from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { AdministrationKey, Id, Scope, Store } from '../../../store/index.ts';
import { findAdministration, keyOfAdministration } from '../../administrations/index.ts';
import { chooseReader, type Reader, readUpload, requireId } from '../../files/index.ts';
import { actorOf, idText, IdSchema, OptionalText } from '../../routing/index.ts';
import { lookAtTable } from '../mappings/read-table.ts';
import { readingIn } from '../mappings/reading-in.ts';
import type { StatementUpload } from '../mappings/readings.ts';
import { WarningSchema, warningView } from './warning.view.ts';
import type { ReceivedStatements, StatementService } from './receive-statements.ts';

const StatementFileSchema = Type.Object({
  name: Type.String(),
  format: OptionalText,
  accounts: Type.Array(Type.String()),
  statements: Type.Integer(),
  newCount: Type.Integer(),
  knownCount: Type.Integer(),
  matchedCount: Type.Integer(),
  plausibleCount: Type.Integer(),
  unmatchedCount: Type.Integer(),
  ignoredCount: Type.Integer(),
  reversedCount: Type.Integer(),
  warnings: Type.Array(WarningSchema),
  refused: Type.Union([Type.String(), Type.Null()], {
    description: 'Why nothing of this file was taken',
  }),
  code: Type.Union([Type.String(), Type.Null()], { description: 'Why it was refused, stable' }),
  asksColumns: Type.Boolean({
    description: 'A table: a person can say which column holds what (`/bank-statements/preview`)',
  }),
  readAsBy: Type.Union([Type.String(), Type.Null()], {
    description: 'Who once said how these columns are read',
  }),
  underWay: Type.Array(IdSchema, {
    description:
      'Large statements that were accepted and go on by themselves (`/bank-statements/arrivals`)',
  }),
});
type StatementFile = Static<typeof StatementFileSchema>;

/** The readers of bank statements that are switched on for an administration. */
export type BankReadersFor = (
  place: AdministrationKey,
) => Promise<readonly Reader<BankStatementPort>[]>;
export type StatementRoutesDeps = {
  readonly store: Store;
  readonly statements: StatementService;
  readonly readersFor: BankReadersFor;
};

export const statementRoutes =
  (deps: StatementRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    app.withTypeProvider<TypeBoxTypeProvider>().post(
      '/bank-statements',
      {
        config: { access: { roles: WRITERS } },
        schema: {
          tags: ['Bank'],
          summary: 'Read bank statements and match their lines; a line counts once',
          description:
            'Multipart: files and `administrationId`. For a table that no reader knows also `columns` ' +
            '(JSON, field to header), `account`, `dayOrder`, `decimalMark`, and `remember` (`true`).',
          operationId: 'readBankStatements',
          consumes: ['multipart/form-data'],
          response: { 200: Type.Object({ files: Type.Array(StatementFileSchema) }) },
        },
      },
      async (request) => {
        const { scope, user } = request;
        const upload = await readUpload(request);
        const id = requireId(upload, 'administrationId');
        const reading = readingIn(upload, actorOf(user));
        const administration = await findAdministration(deps.store, scope, { id });
        const readers = await deps.readersFor(keyOfAdministration(administration));
        const files: StatementFile[] = [];
        for (const file of upload.files)
          files.push(await readOne(deps, scope, { id, file, readers, reading }));
        return { files };
      },
    );
  };

/** One unreadable file does not keep the others out; it says itself what is wrong. */
async function readOne(
  { statements }: StatementRoutesDeps,
  scope: Scope,
  upload: StatementUpload & { readonly id: Id },
): Promise<StatementFile> {
  const { name } = upload.file;
  try {
    return fileView(
      name,
      await statements.receiveFile(scope, upload.id, { ...upload, mayGoOn: true }),
    );
  } catch (error) {
    if (!(error instanceof DomainError) || error.retryable) throw error;
    const asksColumns = error instanceof FileUnreadableError && (await isTable(upload));
    return { ...fileView(name, NOTHING), refused: error.message, code: error.code, asksColumns };
  }
}

async function isTable({ file, readers }: StatementUpload): Promise<boolean> {
  return (await lookAtTable({ file, reader: chooseReader(readers, file) })) !== null;
}

/** Above this a person has seen enough to know that something is wrong. */
const MOST_WARNINGS = 20;

const NOTHING: ReceivedStatements & Read = {
  format: null,
  readAsBy: null,
  statementCount: 0,
  accounts: [],
  newCount: 0,
  knownCount: 0,
  warnings: [],
  matching: { matched: 0, plausible: 0, unmatched: 0, ignored: 0, reversed: 0 },
  underWay: [],
};

type Read = { readonly format: string | null; readonly readAsBy: string | null };

const fileView = (name: string, received: ReceivedStatements & Read): StatementFile => ({
  name,
  format: received.format,
  accounts: [...received.accounts],
  statements: received.statementCount,
  newCount: received.newCount,
  knownCount: received.knownCount,
  matchedCount: received.matching.matched,
  plausibleCount: received.matching.plausible,
  unmatchedCount: received.matching.unmatched,
  ignoredCount: received.matching.ignored,
  reversedCount: received.matching.reversed,
  warnings: received.warnings.slice(0, MOST_WARNINGS).map(warningView),
  refused: null,
  code: null,
  asksColumns: false,
  readAsBy: received.readAsBy,
  underWay: received.underWay.map(idText),
});
