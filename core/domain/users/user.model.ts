import { LOCALES, ROLES } from '@inning/sdk';
import { Schema } from 'mongoose';
import { defineTable, optionalInstant, optionalReference, type Row } from '../../store/index.ts';

/** Of everything one sees, of some administrations, or of nothing. */
export const PAID_WISHES = ['never', 'all', 'some'] as const;

/**
 * Someone who signs in. Which lists count follows from the role: agency staff see their whole agency,
 * `creditor-*` the creditors named here, `debtor-manager` and `read-only` the administrations named here.
 */
export const users = defineTable(
  'users',
  'installation',
  new Schema(
    {
      /** Null for the operator only. */
      agencyId: optionalReference('agencies'),
      /** Lower case; unique in the installation, since it is what one signs in with. */
      email: { type: String, required: true, lowercase: true, trim: true, maxlength: 254 },
      name: { type: String, required: true, trim: true, maxlength: 200 },
      role: { type: String, enum: ROLES, required: true },
      creditorIds: { type: [Schema.Types.ObjectId], default: [] },
      administrationIds: { type: [Schema.Types.ObjectId], default: [] },
      locale: { type: String, enum: LOCALES, default: 'nl' },
      /** PAY-05: of whose paid invoices this person wants to hear. */
      hearsOfPaid: { type: String, enum: PAID_WISHES, default: 'never' },
      /** With `some`: of these; who sees less of them later hears less. */
      hearsOfPaidIn: { type: [Schema.Types.ObjectId], default: [] },
      passwordHash: { type: String, required: true },
      blockedAt: optionalInstant(),
    },
    { timestamps: true },
  )
    .index({ email: 1 }, { unique: true })
    .index({ agencyId: 1, name: 1 }),
);
export type User = Row<typeof users>;
