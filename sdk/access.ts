/** Who someone is, from the widest to the narrowest view. */
export const ROLES = [
  'operator',
  'agency-administrator',
  'agency-employee',
  'creditor-administrator',
  'creditor-employee',
  'debtor-manager',
  'read-only',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * The rule every route declares in `config.access`; a route without one stops the boot.
 * Which agency, creditors and administrations someone sees follows from the session, never from the
 * request: an id outside it is a 404, as if it did not exist.
 */
export type Access = 'public' | { readonly roles: readonly Role[] };

/** Roles that may look at the files of debtors. The operator runs the installation and sees none. */
export const READERS: readonly Role[] = [
  'agency-administrator',
  'agency-employee',
  'creditor-administrator',
  'creditor-employee',
  'debtor-manager',
  'read-only',
];
/** Roles that may change the files of debtors. */
export const WRITERS: readonly Role[] = READERS.filter((role) => role !== 'read-only');
/** Roles that may change settings of their agency or creditor. */
export const ADMINISTRATORS: readonly Role[] = ['agency-administrator', 'creditor-administrator'];
/** Roles of the agency itself. */
export const AGENCY_STAFF: readonly Role[] = ['agency-administrator', 'agency-employee'];

/** The signed-in person as a route sees it (`request.user`). Ids are hexadecimal strings. */
export type RequestUser = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Null for the operator only. */
  readonly agencyId: string | null;
  readonly creditorIds: 'all' | readonly string[];
  readonly administrationIds: 'all' | readonly string[];
};
