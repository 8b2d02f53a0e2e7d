import { invariant, type RequestUser, type Role } from '@inning/sdk';
import { type Id, type Scope } from '../../store/index.ts';
import { Types } from 'mongoose';
import type { User } from './user.model.ts';

/** What decides how far someone sees: whole agency, some creditors, or some administrations. */
export const REACH: Readonly<Record<Role, 'none' | 'agency' | 'creditors' | 'administrations'>> = {
  operator: 'none',
  'agency-administrator': 'agency',
  'agency-employee': 'agency',
  'creditor-administrator': 'creditors',
  'creditor-employee': 'creditors',
  'debtor-manager': 'administrations',
  'read-only': 'administrations',
};

export function toRequestUser(user: User): RequestUser {
  const reach = REACH[user.role];
  return {
    id: user._id.toHexString(),
    name: user.name,
    role: user.role,
    agencyId: user.agencyId?.toHexString() ?? null,
    creditorIds: reach === 'agency' ? 'all' : hexadecimal(user.creditorIds),
    // A creditor sees every administration of its own; those of others are kept out by `creditorIds`.
    administrationIds:
      reach === 'agency' || reach === 'creditors' ? 'all' : hexadecimal(user.administrationIds),
  };
}

/** Sees nothing at all: strangers, and the operator, who runs the installation but reads no files. */
export const NOBODY: Scope = {
  kind: 'tenant',
  agencyId: new Types.ObjectId('000000000000000000000000'),
  creditorIds: [],
  administrationIds: [],
};

/** The scope of everything a request of this person reads or writes. */
export function scopeOf(user: RequestUser | null): Scope {
  if (user === null || REACH[user.role] === 'none') return NOBODY;
  invariant(user.agencyId !== null, 'everybody but the operator belongs to an agency');
  return {
    kind: 'tenant',
    agencyId: new Types.ObjectId(user.agencyId),
    creditorIds: toIds(user.creditorIds),
    administrationIds: toIds(user.administrationIds),
  };
}

const hexadecimal = (ids: readonly Id[]) => ids.map((id) => id.toHexString());
const toIds = (ids: 'all' | readonly string[]) =>
  ids === 'all' ? ids : ids.map((id) => new Types.ObjectId(id));
