import { ADMINISTRATORS, AGENCY_STAFF, READERS, type Role, ROLES, WRITERS } from '@inning/sdk';
import {
  Blocks,
  BriefcaseBusiness,
  Building2,
  Calculator,
  FileText,
  House,
  Landmark,
  ListChecks,
  type LucideIcon,
  Mailbox,
  Scale,
  Upload,
  Users,
  Workflow,
} from 'lucide-react';

export type EntryId =
  | 'overview'
  | 'debtors'
  | 'invoices'
  | 'tasks'
  | 'imports'
  | 'bank'
  | 'trust'
  | 'flows'
  | 'administrations'
  | 'plugins'
  | 'calculator'
  | 'agency'
  | 'mailbox';

export type Entry = {
  readonly id: EntryId;
  readonly to: EntryPath;
  readonly icon: LucideIcon;
  /** Who has something to do there. */
  readonly roles: readonly Role[];
};
type EntryPath =
  | '/'
  | '/debtors'
  | '/invoices'
  | '/tasks'
  | '/import'
  | '/bank'
  | '/trust'
  | '/flows'
  | '/administrations'
  | '/settings/plugins'
  | '/calculator'
  | '/settings/agency'
  | '/mailbox';

/** Money of a creditor is of all its administrations together. */
const TRUST_READERS: readonly Role[] = [
  ...AGENCY_STAFF,
  'creditor-administrator',
  'creditor-employee',
];

/** The places one can go, in the order of a working day. An entry exists only with its screen. */
export const ENTRIES: readonly Entry[] = [
  { id: 'overview', to: '/', icon: House, roles: ROLES },
  { id: 'tasks', to: '/tasks', icon: ListChecks, roles: READERS },
  { id: 'debtors', to: '/debtors', icon: Users, roles: READERS },
  { id: 'invoices', to: '/invoices', icon: FileText, roles: READERS },
  { id: 'imports', to: '/import', icon: Upload, roles: WRITERS },
  { id: 'bank', to: '/bank', icon: Landmark, roles: READERS },
  { id: 'trust', to: '/trust', icon: Scale, roles: TRUST_READERS },
  { id: 'flows', to: '/flows', icon: Workflow, roles: READERS },
  { id: 'calculator', to: '/calculator', icon: Calculator, roles: READERS },
  { id: 'administrations', to: '/administrations', icon: Building2, roles: READERS },
  { id: 'agency', to: '/settings/agency', icon: BriefcaseBusiness, roles: ADMINISTRATORS },
  { id: 'plugins', to: '/settings/plugins', icon: Blocks, roles: ADMINISTRATORS },
  { id: 'mailbox', to: '/mailbox', icon: Mailbox, roles: AGENCY_STAFF },
];
