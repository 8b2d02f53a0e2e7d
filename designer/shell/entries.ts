import {
  Building2,
  FileText,
  House,
  Landmark,
  ListChecks,
  type LucideIcon,
  Mailbox,
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
  | 'flows'
  | 'administrations'
  | 'mailbox';

export type Entry = { readonly id: EntryId; readonly to: EntryPath; readonly icon: LucideIcon };
type EntryPath =
  | '/'
  | '/debtors'
  | '/invoices'
  | '/tasks'
  | '/import'
  | '/bank'
  | '/flows'
  | '/administrations'
  | '/mailbox';

/** The places one can go, in the order of a working day. An entry exists only with its screen. */
export const ENTRIES: readonly Entry[] = [
  { id: 'overview', to: '/', icon: House },
  { id: 'tasks', to: '/tasks', icon: ListChecks },
  { id: 'debtors', to: '/debtors', icon: Users },
  { id: 'invoices', to: '/invoices', icon: FileText },
  { id: 'imports', to: '/import', icon: Upload },
  { id: 'bank', to: '/bank', icon: Landmark },
  { id: 'flows', to: '/flows', icon: Workflow },
  { id: 'administrations', to: '/administrations', icon: Building2 },
  { id: 'mailbox', to: '/mailbox', icon: Mailbox },
];
