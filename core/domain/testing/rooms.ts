import { type MovableClock, movableClock } from '../../clock.ts';
import { createEventPublisher } from '../../events/index.ts';
import type { Store } from '../../store/index.ts';
import { createClaimService, createSettlementReader, type FindCountry } from '../claims/index.ts';
import { createCollectionTermsService } from '../collection-terms/index.ts';
import { createCommunicationService } from '../communications/index.ts';
import { createContactRecordService } from '../contact-records/index.ts';
import { createDebtorService, type FindIdleFlows } from '../debtors/index.ts';
import { createDisputeService } from '../disputes/index.ts';
import { createFileStore } from '../files/index.ts';
import { createImportService, type ImportersFor } from '../imports/index.ts';
import { createInvoiceService } from '../invoices/index.ts';
import { createLedgerService } from '../ledger/index.ts';
import {
  createBankLineService,
  createFactService,
  createMappingService,
  createPaymentService,
  createStatementService,
  type MatcherFor,
} from '../payments/index.ts';
import { createAutomaticTasks, createTaskService } from '../tasks/index.ts';
import { createTimelineService } from '../timeline/index.ts';
import { createTrust } from '../trust/index.ts';
import { testCountry } from './test-country.ts';

export type TestPorts = {
  readonly matcherFor?: MatcherFor;
  readonly importersFor?: ImportersFor;
  readonly countries?: FindCountry;
  readonly idleFlows?: (store: Store) => FindIdleFlows;
};
export type TestRooms = ReturnType<typeof createTestRooms>;

/** Every room on one store, at nine in the morning of Monday 2 March 2026. */
export function createTestRooms(store: Store, ports: TestPorts) {
  const clock: MovableClock = movableClock(new Date('2026-03-02T09:00:00Z'));
  const events = createEventPublisher({ store, clock });
  const base = { store, clock, events };
  const ledger = createLedgerService(base);
  const tasks = createAutomaticTasks(base);
  const files = createFileStore(base);
  const invoices = createInvoiceService({ ...base, ledger, tasks, files });
  const { openTotals, paidTerms } = invoices;
  const idleFlows = ports.idleFlows?.(store) ?? (async () => []);
  const matcherFor = ports.matcherFor ?? (async () => null);
  const countries = ports.countries ?? { find: () => testCountry };
  const readSettlement = createSettlementReader({ store, countries });
  const booking = { ...base, ledger, tasks, readSettlement };
  const importersFor = ports.importersFor ?? (async () => []);
  return {
    ...base,
    ledger,
    tasks,
    files,
    invoices,
    countries,
    claims: createClaimService({ ...base, ledger, tasks, countries }),
    collectionTerms: createCollectionTermsService(base),
    debtors: createDebtorService({ ...base, openTotals, paidTerms, tasks, idleFlows }),
    payments: createPaymentService(booking),
    bankLines: createBankLineService(booking),
    paymentFacts: createFactService(base),
    statementMappings: createMappingService(base),
    statements: createStatementService({ ...booking, matcherFor }),
    imports: createImportService({ ...base, files, invoices, importersFor }),
    trust: createTrust({ ...booking, matcherFor }),
    taskList: createTaskService({ ...base, findColleague: async () => ({}) }),
    disputes: createDisputeService({ ...base, tasks }),
    contactRecords: createContactRecordService({ ...base, files }),
    communications: createCommunicationService({ ...base, tasks }),
    timeline: createTimelineService({ store }),
  };
}
