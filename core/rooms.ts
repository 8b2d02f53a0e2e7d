import type { Clock } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { AppConfig } from './app-config.ts';
import { chosenFlowsIn } from './chosen-flows.ts';
import {
  administrationRoutes,
  createAdministrationService,
} from './domain/administrations/index.ts';
import { agencyRoutes, createAgencyService } from './domain/agencies/index.ts';
import {
  bankFeedRoutes,
  type BankFeedsDeps,
  type BankSignIns,
  createBankFeedService,
  type FeedsFor,
} from './domain/bank-feeds/index.ts';
import {
  type CommunicationsDeps,
  communicationRoutes,
  createCommunicationService,
  createSentDocuments,
} from './domain/communications/index.ts';
import { claimRoutes, createClaimService, createSettlementReader } from './domain/claims/index.ts';
import {
  collectionTermsRoutes,
  createCollectionTermsService,
} from './domain/collection-terms/index.ts';
import { contactRecordRoutes, createContactRecordService } from './domain/contact-records/index.ts';
import { createCreditorService, creditorRoutes } from './domain/creditors/index.ts';
import {
  createDebtorService,
  debtorRoutes,
  type DebtorRoutesDeps,
  type DebtorService,
} from './domain/debtors/index.ts';
import { createDisputeService, disputeRoutes } from './domain/disputes/index.ts';
import { createFileStore } from './domain/files/index.ts';
import { createImportService, importRoutes } from './domain/imports/index.ts';
import { createInvoiceService, invoiceRoutes } from './domain/invoices/index.ts';
import { createLedgerService, ledgerRoutes } from './domain/ledger/index.ts';
import { onlinePaymentRoutes } from './domain/online-payments/index.ts';
import {
  accountRoutes,
  arrivalRoutes,
  bankLineRoutes,
  createBankLineService,
  createFactService,
  createMappingService,
  createPaymentService,
  createStatementService,
  factRoutes,
  mappingRoutes,
  type MatcherFor,
  paymentRoutes,
  statementRoutes,
} from './domain/payments/index.ts';
import { createAutomaticTasks, createTaskService, taskRoutes } from './domain/tasks/index.ts';
import { createTimelineService, timelineRoutes } from './domain/timeline/index.ts';
import { createTrust, trustRoutes } from './domain/trust/index.ts';
import {
  createSessionsService,
  createSignInLimit,
  createUsersService,
  sessionRoutes,
  colleagueRoutes,
  noticeWishRoutes,
  type UsersService,
} from './domain/users/index.ts';
import type { EventPublisher, Listener } from './events/index.ts';
import type { Countries, Ports } from './host/index.ts';
import { createIdleFlows } from './flows/index.ts';
import { payingOf } from './paying-of-app.ts';
import { stepsInTimeline } from './steps-in-timeline.ts';
import { type AdministrationKey, type Store, systemScope, toId } from './store/index.ts';

export type RoomsDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  readonly ports: Ports;
  readonly config: Pick<AppConfig, 'secret' | 'publicUrl'>;
  readonly countries: Countries;
  /** Signing in at banks; the host keeps what they give. */
  readonly heldSignIns: BankSignIns;
  /** Lets the flow go on that waited for a person's word about a letter. */
  readonly onLetterResolved: NonNullable<CommunicationsDeps['onResolved']>;
};
export type Rooms = ReturnType<typeof createRooms>;

/** The rooms of the nouns, each with what it needs of the others. */
export function createRooms(deps: RoomsDeps) {
  const ledger = createLedgerService(deps);
  const tasks = createAutomaticTasks(deps);
  const files = createFileStore(deps);
  const invoices = createInvoiceService({ ...deps, ledger, tasks, files });
  const { openTotals, paidTerms } = invoices;
  const idleFlows = createIdleFlows(deps.store);
  const debtors = createDebtorService({ ...deps, openTotals, paidTerms, tasks, idleFlows });
  const readSettlement = createSettlementReader(deps);
  const payments = { ...deps, ledger, tasks, readSettlement };
  const { matcherFor, importersFor, readersFor } = connectedTo(deps.ports);
  const paymentService = createPaymentService(payments);
  const bankLines = createBankLineService(payments);
  const users = createUsersService(deps);
  const trust = createTrust({ ...payments, matcherFor });
  const claims = createClaimService({ ...deps, ledger, tasks });
  const claimToday = claims.openToday;
  const paying = payingOf({ ...deps, tasks, payments: paymentService, bankLines, claimToday });
  const statements = createStatementService({ ...payments, matcherFor });
  const more = [claims, paying, trust].flatMap(({ listeners }) => listeners);

  return {
    agencies: createAgencyService(deps),
    creditors: createCreditorService(deps),
    administrations: createAdministrationService({ ...deps, flowsIn: chosenFlowsIn(deps.store) }),
    debtors,
    invoices,
    sentDocuments: createSentDocuments(deps.store),
    communications: createCommunicationService({
      ...deps,
      tasks,
      onResolved: deps.onLetterResolved,
    }),
    contactRecords: createContactRecordService({ ...deps, files }),
    disputes: createDisputeService({ ...deps, tasks }),
    ledger,
    claims,
    collectionTerms: createCollectionTermsService(deps),
    payments: paymentService,
    bankLines,
    paymentFacts: createFactService(deps),
    statementMappings: createMappingService(deps),
    statements,
    bankFeeds: feedsOf(deps, { tasks, statements, trust }),
    imports: createImportService({ ...deps, invoices, files, importersFor }),
    importersFor,
    readersFor,
    tasks,
    taskList: createTaskService({ ...deps, findColleague: users.inScope }),
    timeline: createTimelineService({ ...deps, sources: [stepsInTimeline(deps.store)] }),
    files,
    ...signingIn(deps, users),
    ...paying,
    trust,
    listeners: [behaviourListener(debtors), ...more],
  };
}

/** Who works here, and who of them is signed in. */
const signingIn = (deps: RoomsDeps, users: UsersService) => ({
  users,
  sessions: createSessionsService({ ...deps, users }),
  signInLimit: createSignInLimit(deps),
});

/** The connectors and the matcher that are switched on for an administration. */
function connectedTo(ports: Ports) {
  const matcherFor: MatcherFor = async (place) =>
    (await ports.all('payment-match', place))[0]?.port ?? null;
  const importersFor = async (place: AdministrationKey) =>
    (await ports.all('invoice-import', place)).map(readerOf);
  const readersFor = async (place: AdministrationKey) =>
    (await ports.all('bank-statement', place)).map(readerOf);
  return { matcherFor, importersFor, readersFor };
}

/** Banks that are read by connectors, with sign-ins that the host keeps. */
function feedsOf(deps: RoomsDeps, rooms: Pick<BankFeedsDeps, 'tasks' | 'statements' | 'trust'>) {
  const feedsFor: FeedsFor = (place) => deps.ports.all('bank-feed', place);
  const { heldSignIns: signIns, config } = deps;
  const { publicUrl } = config;
  return createBankFeedService({ ...deps, ...rooms, feedsFor, signIns, publicUrl });
}

const readerOf = <Port>({ pluginId, port }: { pluginId: string; port: Port }) => ({
  id: pluginId,
  port,
});

/** How a debtor pays is computed again when an invoice was paid, or a payment was taken back. */
function behaviourListener(debtors: DebtorService): Listener {
  const scope = systemScope('events of everybody may change how a debtor is known to pay');
  return {
    id: 'payment-behaviour',
    names: ['invoice.paid', 'payment.reversed'],
    batchSize: 500,
    async handle(events) {
      const ids = events.flatMap(({ data }) => ('debtorId' in data ? (data.debtorId ?? []) : []));
      await debtors.refreshBehaviour(scope, [...new Set(ids)].map(toId));
    },
  };
}

/** What the rooms answer over HTTP; registered under /api. */
export const roomRoutes =
  (rooms: Rooms, deps: { readonly store: Store; readonly flowOf: FlowOf }) =>
  async (app: FastifyInstance): Promise<void> => {
    await app.register(sessionRoutes(rooms));
    await app.register(colleagueRoutes(rooms));
    await app.register(noticeWishRoutes(rooms));
    await app.register(agencyRoutes(rooms));
    await app.register(creditorRoutes(rooms));
    await app.register(administrationRoutes(rooms));
    await app.register(debtorRoutes({ ...rooms, flowOf: deps.flowOf }));
    const { setCostState } = rooms.claims;
    await app.register(invoiceRoutes({ ...rooms, setCostState }));
    await app.register(claimRoutes(rooms));
    await app.register(ledgerRoutes(rooms));
    await app.register(collectionTermsRoutes(rooms));
    await app.register(paymentRoutes(rooms));
    await app.register(onlinePaymentRoutes(rooms));
    await app.register(bankLineRoutes({ ...rooms, store: deps.store }));
    await app.register(accountRoutes({ ...rooms, store: deps.store }));
    await app.register(factRoutes({ ...rooms, store: deps.store }));
    await app.register(statementRoutes({ ...rooms, store: deps.store }));
    await app.register(arrivalRoutes(rooms));
    await app.register(bankFeedRoutes(rooms));
    await app.register(mappingRoutes({ ...rooms, store: deps.store }));
    await app.register(trustRoutes(rooms.trust, rooms));
    await app.register(importRoutes(rooms));
    await app.register(communicationRoutes(rooms));
    await app.register(contactRecordRoutes(rooms));
    await app.register(disputeRoutes(rooms));
    await app.register(taskRoutes(rooms));
    await app.register(timelineRoutes(rooms));
  };
type FlowOf = NonNullable<DebtorRoutesDeps['flowOf']>;
