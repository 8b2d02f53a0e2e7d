import { Type } from '@inning/sdk';
import { Types } from 'mongoose';
import type { AdministrationKey, Id } from '../../store/index.ts';

/** An id as it travels over HTTP. */
export const IdSchema = Type.String({ pattern: '^[0-9a-f]{24}$', description: 'Id' });
export const OptionalIdSchema = Type.Union([IdSchema, Type.Null()]);
export const IdParams = Type.Object({ id: IdSchema });

/** Only for text that a route schema has checked. */
export const toId = (text: string): Id => new Types.ObjectId(text);

export const idText = (id: Id): string => id.toHexString();
export const optionalIdText = (id: Id | null | undefined): string | null =>
  id ? id.toHexString() : null;

/** The tenant part of any row of an administration; for writing beside it. */
export const placeOf = (row: AdministrationKey): AdministrationKey => ({
  agencyId: row.agencyId,
  creditorId: row.creditorId,
  administrationId: row.administrationId,
});
