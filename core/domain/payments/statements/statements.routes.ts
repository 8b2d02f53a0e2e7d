import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import {
  type BankStatementPort,
  DomainError,
  type InputFile,
  type Static,
  Type,
  WRITERS,
} from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { AdministrationKey, Id, Scope, Store } from '../../../store/index.ts';
import { findAdministration, keyOfAdministration } from '../../administrations/index.ts';
import { type Reader, readUpload, requireId } from '../../files/index.ts';
import { OptionalText } from '../../routing/index.ts';
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
  warnings: Type.Array(Type.String()),
  refused: Type.Union([Type.String(), Type.Null()], {
    description: 'Why nothing of this file was taken',
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
          description: 'Multipart: files and `administrationId`.',
          operationId: 'readBankStatements',
          consumes: ['multipart/form-data'],
          response: { 200: Type.Object({ files: Type.Array(StatementFileSchema) }) },
        },
      },
      async (request) => {
        const { scope } = request;
        const upload = await readUpload(request);
        const id = requireId(upload, 'administrationId');
        const administration = await findAdministration(deps.store, scope, { id });
        const readers = await deps.readersFor(keyOfAdministration(administration));
        const files: StatementFile[] = [];
        for (const file of upload.files)
          files.push(await readOne(deps, scope, { id, file, readers }));
        return { files };
      },
    );
  };

/** One unreadable file does not keep the others out; it says itself what is wrong. */
async function readOne(
  { statements }: StatementRoutesDeps,
  scope: Scope,
  upload: { id: Id; file: InputFile; readers: readonly Reader<BankStatementPort>[] },
): Promise<StatementFile> {
  const { name } = upload.file;
  try {
    return fileView(name, await statements.receiveFile(scope, upload.id, upload));
  } catch (error) {
    if (!(error instanceof DomainError) || error.retryable) throw error;
    return { ...fileView(name, NOTHING), refused: error.message };
  }
}

const NOTHING: ReceivedStatements & { readonly format: null } = {
  format: null,
  statementCount: 0,
  accounts: [],
  newCount: 0,
  knownCount: 0,
  warnings: [],
  matching: { matched: 0, plausible: 0, unmatched: 0, ignored: 0, reversed: 0 },
};

const fileView = (
  name: string,
  received: ReceivedStatements & { readonly format: string | null },
): StatementFile => ({
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
  warnings: received.warnings.map((one) => one.message),
  refused: null,
});
