import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { FileUnreadableError, READERS, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { Scope, Store } from '../../../store/index.ts';
import {
  type Administration,
  findAdministration,
  keyOfAdministration,
} from '../../administrations/index.ts';
import {
  chooseReader,
  readUpload,
  requireId,
  type Upload,
  UploadFieldError,
} from '../../files/index.ts';
import { actorOf, IdParams, IdSchema, PageQuery, pageSchema, toId } from '../../routing/index.ts';
import { plainIban } from '../accounts/is-iban.ts';
import { bankStatements } from '../statements/bank-statement.model.ts';
import type { BankReadersFor } from '../statements/statements.routes.ts';
import type { MappingService, TableReading } from './mappings.service.ts';
import { findRemembered, lookAtTable, optionsOf, readingOf } from './read-table.ts';
import { readingIn } from './reading-in.ts';
import {
  MappingSchema,
  mappingView,
  TablePreviewSchema,
  tablePreviewView,
  type TablePreviewView,
} from './table-preview.view.ts';

const tags = ['Bank'];
const MOST_ACCOUNTS = 20;
export type MappingRoutesDeps = {
  readonly store: Store;
  readonly statementMappings: MappingService;
  readonly readersFor: BankReadersFor;
};

export const mappingRoutes =
  (deps: MappingRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    previewRoute(app, deps);
    rememberedRoutes(app, deps);
  };

function previewRoute(app: FastifyInstance, deps: MappingRoutesDeps): void {
  app.withTypeProvider<TypeBoxTypeProvider>().post(
    '/bank-statements/preview',
    {
      config: { access: { roles: WRITERS } },
      schema: {
        tags,
        summary: 'Show how a table of bookings would be read; nothing is booked',
        description:
          'Multipart: one file, `administrationId`, and as with reading `columns`, `account`, ' +
          '`dayOrder`, `decimalMark`. Without `columns` they are guessed, or as remembered.',
        operationId: 'previewBankStatement',
        consumes: ['multipart/form-data'],
        response: { 200: TablePreviewSchema },
      },
    },
    async (request) => {
      const { scope, user } = request;
      const upload = await readUpload(request);
      const id = requireId(upload, 'administrationId');
      const administration = await findAdministration(deps.store, scope, { id });
      return preview(deps, scope, { upload, administration, by: actorOf(user) });
    },
  );
}

type Asked = {
  readonly upload: Upload;
  readonly administration: Administration;
  readonly by: string;
};

/** Throws `FileUnreadableError` for a file that is no table. */
async function preview(
  deps: MappingRoutesDeps,
  scope: Scope,
  { upload, administration, by }: Asked,
): Promise<TablePreviewView> {
  const [file] = upload.files;
  if (file === undefined) throw new UploadFieldError('files', 'give one file.');
  const readers = await deps.readersFor(keyOfAdministration(administration));
  const reader = chooseReader(readers, file);
  const administrationId = administration._id;
  const said = readingIn(upload, by);
  const known = await findRemembered(deps.statementMappings, scope, {
    file,
    reader,
    administrationId,
  });
  const [remembered] = said === undefined ? known : [];
  const accounts = await accountsOf(deps.store, scope, administration);
  const guess: TableReading = { account: accounts[0] ?? '', columns: {}, styles: {} };
  const reading = said ?? (remembered ? readingOf(remembered) : guess);
  const seen = await lookAtTable({ file, reader }, optionsOf(reading));
  if (seen === null) throw new FileUnreadableError(file.name, 'This is not a table.');
  const { account, columns, styles } = reading;
  return tablePreviewView(seen, {
    knownAccounts: accounts,
    reading: { account, columns: { ...columns }, styles: { ...styles } },
    rememberedBy: remembered?.rememberedBy ?? null,
  });
}

/** The accounts that a table of these books may be of, the own one first. */
async function accountsOf(
  store: Store,
  scope: Scope,
  { _id: administrationId, iban }: Administration,
): Promise<string[]> {
  const rows = await store
    .table(bankStatements)
    .in(scope)
    .find(
      { administrationId },
      { fields: ['account'], sort: { receivedAt: -1 }, limit: MOST_ACCOUNTS * 10 },
    );
  const all = [iban ?? '', ...rows.map(({ account }) => account)].map(plainIban);
  return [...new Set(all)].filter((one) => one !== '').slice(0, MOST_ACCOUNTS);
}

function rememberedRoutes(app: FastifyInstance, { statementMappings }: MappingRoutesDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/statement-mappings',
    {
      config: { access: { roles: READERS } },
      schema: {
        tags,
        summary: 'How people said that tables of bookings are read, latest first',
        operationId: 'listStatementMappings',
        querystring: Type.Object({ ...PageQuery, administrationId: Type.Optional(IdSchema) }),
        response: { 200: pageSchema(MappingSchema) },
      },
    },
    async ({ scope, query }) => {
      const { administrationId } = query;
      const of = administrationId ? { administrationId: toId(administrationId) } : {};
      const page = await statementMappings.list(scope, { ...of, page: query });
      return { ...page, items: page.items.map(mappingView) };
    },
  );

  routes.post(
    '/statement-mappings/:id/forget',
    {
      config: { access: { roles: WRITERS } },
      schema: {
        tags,
        summary: 'Forget how a table is read; a file with these headers is asked about again',
        operationId: 'forgetStatementMapping',
        params: IdParams,
        response: { 200: Type.Object({ id: IdSchema }) },
      },
    },
    async ({ scope, params }) => {
      await statementMappings.forget(scope, toId(params.id));
      return { id: params.id };
    },
  );
}
