/** The parts of a debtor's file, as they stand in the address bar. */
export const FILE_TABS = [
  'invoices',
  'claim',
  'payments',
  'timeline',
  'correspondence',
  'contacts',
  'disputes',
  'details',
] as const;
export type FileTab = (typeof FILE_TABS)[number];
