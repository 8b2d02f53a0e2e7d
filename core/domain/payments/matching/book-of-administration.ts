import type { MatchDebtor, MatchInvoice } from '@inning/sdk';
import type { Scope } from '../../../store/index.ts';
import type { Administration } from '../../administrations/index.ts';

/** What is open in an administration, and whose it is; grows with what lines name. */
export type BookOfAdministration = {
  readonly invoices: Map<string, MatchInvoice>;
  readonly debtors: Map<string, MatchDebtor>;
  readonly ownNames: readonly string[];
  readonly ownAccounts: readonly string[];
};

export type BookPlace = { readonly scope: Scope; readonly administration: Administration };
