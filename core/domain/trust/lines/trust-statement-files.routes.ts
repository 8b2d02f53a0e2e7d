import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type BankStatementPort, DomainError, type InputFile, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { AdministrationKey, Id, Scope } from '../../../store/index.ts';
import { WarningSchema, warningView } from '../../payments/index.ts';
import { type Reader, readUpload } from '../../files/index.ts';
import { DaySchema, IdParams, OptionalText, toId } from '../../routing/index.ts';
import type { TrustAccountService } from '../accounts/trust-accounts.service.ts';
import { agencyStaff } from '../trust-access.ts';
import type { createReceiveTrustStatements } from './receive-statements.ts';

const FileSchema = Type.Object({
  name: Type.String(),
  format: OptionalText,
  newCount: Type.Integer(),
  knownCount: Type.Integer(),
  settledCount: Type.Integer(),
  waitingCount: Type.Integer(),
  openDays: Type.Array(DaySchema, { description: 'Days that do not agree with the bank' }),
  warnings: Type.Array(WarningSchema),
  refused: OptionalText,
  code: Type.Union([Type.String(), Type.Null()], { description: 'Why it was refused, stable' }),
});

export type TrustFileRoutesDeps = {
  readonly trustAccounts: TrustAccountService;
  readonly trustStatementFiles: ReturnType<typeof createReceiveTrustStatements>;
  /** The readers that are switched on where the tasks of the account stand. */
  readonly readersFor: (place: AdministrationKey) => Promise<readonly Reader<BankStatementPort>[]>;
};

export const trustFileRoutes =
  (deps: TrustFileRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    app.withTypeProvider<TypeBoxTypeProvider>().post(
      '/trust-accounts/:id/statements',
      {
        config: agencyStaff,
        schema: {
          tags: ['Trust account'],
          summary: 'Read bank statements of a trust account; a line counts once',
          operationId: 'readTrustStatements',
          consumes: ['multipart/form-data'],
          params: IdParams,
          response: { 200: Type.Object({ files: Type.Array(FileSchema) }) },
        },
      },
      async (request) => {
        const { scope } = request;
        const account = await deps.trustAccounts.get(scope, toId(request.params.id));
        const upload = await readUpload(request);
        const readers = await deps.readersFor({
          agencyId: account.agencyId,
          creditorId: account.homeCreditorId,
          administrationId: account.homeAdministrationId,
        });
        const files = [];
        for (const file of upload.files) {
          files.push(await readOne(deps, scope, { id: account._id, file, readers }));
        }
        return { files };
      },
    );
  };

/** Above this a person has seen enough to know that something is wrong. */
const MOST_WARNINGS = 20;

/** One unreadable file does not keep the others out; it says itself what is wrong. */
async function readOne(
  { trustStatementFiles }: TrustFileRoutesDeps,
  scope: Scope,
  upload: { id: Id; file: InputFile; readers: readonly Reader<BankStatementPort>[] },
) {
  const { name } = upload.file;
  try {
    const received = await trustStatementFiles.receiveFile(scope, upload.id, upload);
    return {
      name,
      ...received,
      warnings: received.warnings.slice(0, MOST_WARNINGS).map(warningView),
      openDays: [...received.openDays],
      refused: null,
      code: null,
    };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const nothing = { newCount: 0, knownCount: 0, settledCount: 0, waitingCount: 0 };
    const { message: refused, code } = error;
    return { name, format: null, ...nothing, openDays: [], warnings: [], refused, code };
  }
}
