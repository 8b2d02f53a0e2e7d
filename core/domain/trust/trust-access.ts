import { AGENCY_STAFF, type Role } from '@inning/sdk';

/** The account as a whole shows every creditor: for the agency alone. */
export const agencyStaff = { access: { roles: AGENCY_STAFF } };
export const agencyAdministrators = { access: { roles: ['agency-administrator'] as const } };

/** A statement is of a creditor as a whole; who is limited to some administrations sees only part. */
const STATEMENT_READERS: readonly Role[] = [
  ...AGENCY_STAFF,
  'creditor-administrator',
  'creditor-employee',
];
export const statementReaders = { access: { roles: STATEMENT_READERS } };
