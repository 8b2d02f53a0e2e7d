import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { ADMINISTRATORS, AGENCY_STAFF, type RequestUser, type Static, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { type Id, toId } from '../../store/index.ts';
import { idText, IdSchema, OptionalText, orNull } from '../routing/index.ts';
import type { Agency } from './agency.model.ts';
import { AgencyNotFoundError } from './agencies.errors.ts';
import type { AgencyService } from './agencies.service.ts';

const tags = ['Agencies'];
const Line = Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\r\\n]*\\S[^\\r\\n]*$' });
const OptionalLine = Type.Union([Line, Type.Null()]);
const AgencySchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  email: OptionalText,
  phone: OptionalText,
  collectsForOthers: Type.Boolean(),
  registrationNumber: OptionalText,
  complaints: OptionalText,
});
const ChangeSchema = Type.Partial(
  Type.Object({
    name: Line,
    email: Type.Union([Type.String({ format: 'email', maxLength: 254 }), Type.Null()]),
    phone: OptionalLine,
    collectsForOthers: Type.Boolean(),
    registrationNumber: OptionalLine,
    complaints: OptionalLine,
  }),
  { additionalProperties: false, minProperties: 1 },
);

/** What an agency says of itself: its register number and where complaints go stand in every letter. */
export const agencyRoutes =
  ({ agencies }: { readonly agencies: AgencyService }) =>
  async (app: FastifyInstance): Promise<void> => {
    const routes = app.withTypeProvider<TypeBoxTypeProvider>();

    routes.get(
      '/agency',
      {
        config: { access: { roles: AGENCY_STAFF } },
        schema: {
          tags,
          summary: 'The agency of who asks',
          operationId: 'getAgency',
          response: { 200: AgencySchema },
        },
      },
      async ({ scope, user }) => agencyView(await agencies.get(scope, agencyOf(user))),
    );

    routes.patch(
      '/agency',
      {
        config: { access: { roles: ADMINISTRATORS } },
        schema: {
          tags,
          summary: 'Change what the agency says of itself',
          operationId: 'updateAgency',
          body: ChangeSchema,
          response: { 200: AgencySchema },
        },
      },
      async ({ scope, user, body }) =>
        agencyView(await agencies.update(scope, agencyOf(user), body)),
    );
  };

/** Throws `AgencyNotFoundError` for who belongs to no agency. */
function agencyOf(user: RequestUser | null): Id {
  if (!user?.agencyId) throw new AgencyNotFoundError('none');
  return toId(user.agencyId);
}

const agencyView = (row: Agency): Static<typeof AgencySchema> => ({
  id: idText(row._id),
  name: row.name,
  email: orNull(row.email),
  phone: orNull(row.phone),
  collectsForOthers: row.collectsForOthers ?? false,
  registrationNumber: orNull(row.registrationNumber),
  complaints: orNull(row.complaints),
});
