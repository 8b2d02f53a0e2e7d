import { administrations } from './administrations/index.ts';
import { agencies } from './agencies/index.ts';
import { bankConnections, feedAccounts } from './bank-feeds/index.ts';
import { collectionTerms } from './collection-terms/index.ts';
import { communications, sentDocuments } from './communications/index.ts';
import { contactRecords } from './contact-records/index.ts';
import { creditors } from './creditors/index.ts';
import { debtors } from './debtors/index.ts';
import { disputes } from './disputes/index.ts';
import { storedFiles } from './files/index.ts';
import { importItems, imports } from './imports/index.ts';
import { creditNotes, invoices } from './invoices/index.ts';
import { ledgerEntries } from './ledger/index.ts';
import { mandates, onlinePayments, providerSettlements } from './online-payments/index.ts';
import { paidNotices } from './paid-notices/index.ts';
import {
  bankArrivalParts,
  bankLines,
  bankStatements,
  paymentFacts,
  payments,
  statementMappings,
} from './payments/index.ts';
import { tasks } from './tasks/index.ts';
import {
  trustAccounts,
  trustBalances,
  trustLines,
  trustMovements,
  trustReconciliations,
  trustRemittances,
  trustTerms,
  trustTransactions,
} from './trust/index.ts';

/** Every collection of the nouns; open them all before asking the store for their indexes. */
export const nounTables = [
  bankConnections,
  feedAccounts,
  bankArrivalParts,
  agencies,
  creditors,
  administrations,
  debtors,
  invoices,
  creditNotes,
  ledgerEntries,
  collectionTerms,
  payments,
  onlinePayments,
  providerSettlements,
  mandates,
  paidNotices,
  bankLines,
  bankStatements,
  paymentFacts,
  statementMappings,
  communications,
  sentDocuments,
  contactRecords,
  disputes,
  tasks,
  storedFiles,
  imports,
  importItems,
  trustAccounts,
  trustTerms,
  trustBalances,
  trustTransactions,
  trustMovements,
  trustLines,
  trustRemittances,
  trustReconciliations,
] as const;
