import { flowDiffTexts, flowProblemTexts, type MessageTexts } from '@inning/sdk';
import { documentTexts } from './documents/documents.texts.ts';
import { bankFeedTexts } from './domain/bank-feeds/index.ts';
import { debtorTexts } from './domain/debtors/index.ts';
import { disputeTexts } from './domain/disputes/index.ts';
import { importTexts } from './domain/imports/index.ts';
import { invoiceTexts } from './domain/invoices/index.ts';
import { claimTexts } from './domain/claims/index.ts';
import { ledgerTexts } from './domain/ledger/index.ts';
import { onlinePaymentTexts } from './domain/online-payments/index.ts';
import { paymentTexts, statementTexts } from './domain/payments/index.ts';
import { flagTexts, timelineTexts } from './domain/timeline/index.ts';
import { trustTexts } from './domain/trust/index.ts';
import { flowTexts, gateTexts, interventionTexts, migrationTexts } from './flows/index.ts';
import { installedTexts, type Registries } from './host/index.ts';
import { askTexts } from './packages/index.ts';

const OWN: readonly MessageTexts[] = [
  bankFeedTexts,
  debtorTexts,
  disputeTexts,
  importTexts,
  invoiceTexts,
  claimTexts,
  ledgerTexts,
  paymentTexts,
  statementTexts,
  onlinePaymentTexts,
  timelineTexts,
  flagTexts,
  trustTexts,
  documentTexts,
  flowTexts,
  gateTexts,
  interventionTexts,
  migrationTexts,
  flowProblemTexts,
  flowDiffTexts,
  installedTexts,
  askTexts,
];

/** Every sentence that the rooms, the engine and the plugins may say, by code. */
export function allTexts(registries: Registries): MessageTexts {
  return Object.assign({}, registries.texts, ...OWN);
}
