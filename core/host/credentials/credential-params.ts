import { ADMINISTRATORS, Type } from '@inning/sdk';
import { IdSchema } from '../../domain/routing/index.ts';

/** What the routes about credentials have in common. */
export const CredentialParams = Type.Object({
  id: Type.String({ maxLength: 100 }),
  name: Type.String({ maxLength: 60 }),
});
export const AtLevel = Type.Object({ administrationId: Type.Optional(IdSchema) });
export const tags = ['Plugins'];
export const config = { access: { roles: ADMINISTRATORS } };
