import { cents } from '@inning/sdk';
import { type MovableClock, movableClock } from '../../clock.ts';
import { createEventPublisher, type EventPublisher, outbox } from '../../events/index.ts';
import {
  type AdministrationKey,
  agencyScope,
  type Id,
  newId,
  openStore,
  type Scope,
  type Store,
  systemScope,
  type TableDefinition,
} from '../../store/index.ts';
import { administrations } from '../administrations/index.ts';
import { agencies } from '../agencies/index.ts';
import { type CommunicationService, createCommunicationService } from '../communications/index.ts';
import { type ContactRecordService, createContactRecordService } from '../contact-records/index.ts';
import { creditors } from '../creditors/index.ts';
import {
  createDebtorService,
  type Debtor,
  type DebtorService,
  type NewDebtor,
} from '../debtors/index.ts';
import { createFileStore, type FileStore } from '../files/index.ts';
import {
  createInvoiceService,
  type Invoice,
  invoices,
  type InvoiceService,
  type NewInvoice,
} from '../invoices/index.ts';
import {
  createBankLineService,
  createPaymentService,
  createStatementService,
  type BankLineService,
  type MatcherFor,
  type PaymentService,
  type StatementService,
} from '../payments/index.ts';
import { createImportService, type ImportersFor, type ImportService } from '../imports/index.ts';
import { createLedgerService, type LedgerService } from '../ledger/index.ts';
import { createDisputeService, type DisputeService } from '../disputes/index.ts';
import { createTimelineService, type TimelineService } from '../timeline/index.ts';
import { nounTables } from '../tables.ts';
import {
  type AutomaticTasks,
  createAutomaticTasks,
  createTaskService,
  type TaskService,
} from '../tasks/index.ts';

/** The nouns on a real database, with one agency, creditor and administration: for tests of these rooms. */
export type World = {
  readonly store: Store;
  readonly clock: MovableClock;
  readonly events: EventPublisher;
  readonly scope: Scope;
  readonly place: AdministrationKey;
  readonly ledger: LedgerService;
  readonly tasks: AutomaticTasks;
  readonly files: FileStore;
  readonly invoices: InvoiceService;
  readonly debtors: DebtorService;
  readonly payments: PaymentService;
  readonly bankLines: BankLineService;
  readonly statements: StatementService;
  readonly imports: ImportService;
  readonly taskList: TaskService;
  readonly disputes: DisputeService;
  readonly contactRecords: ContactRecordService;
  readonly communications: CommunicationService;
  readonly timeline: TimelineService;
  /** Another administration of the same agency, or of another one. */
  newPlace(sameAgency?: boolean): Promise<AdministrationKey>;
  given: {
    debtor(news?: Partial<NewDebtor>): Promise<Debtor>;
    invoice(news: Partial<NewInvoice> & { debtorId: Id }): Promise<Invoice>;
  };
  invoice(id: Id): Promise<Invoice>;
  /** Names of the events that were published since the last look, oldest first. */
  published(): Promise<string[]>;
  close(): Promise<void>;
};

export type WorldOptions = {
  readonly matcherFor?: MatcherFor;
  readonly importersFor?: ImportersFor;
  /** Who comes second, such as another process: it finds its agency there. */
  readonly place?: AdministrationKey;
};

export async function openWorld(uri: string, options: WorldOptions = {}): Promise<World> {
  const store = await openStore(uri);
  const clock = movableClock(new Date('2026-03-02T09:00:00Z'));
  const events = createEventPublisher({ store, clock });
  const ledger = createLedgerService({ store, clock, events });
  const tasks = createAutomaticTasks({ store, clock, events });
  const files = createFileStore({ store, clock });
  const invoiceService = createInvoiceService({ store, clock, events, ledger, tasks, files });
  const debtors = createDebtorService({
    store,
    clock,
    events,
    openTotals: invoiceService.openTotals,
    paidTerms: invoiceService.paidTerms,
  });
  const paying = { store, clock, events, ledger, tasks };
  const matcherFor = options.matcherFor ?? (async () => null);
  const importersFor = options.importersFor ?? (async () => []);
  const place = options.place ?? (await newPlace(store, newId()));
  for (const table of nounTables) store.table(table as TableDefinition<unknown>);
  await store.ensureIndexes();
  const scope = agencyScope(place.agencyId);
  const system = systemScope('a test looks at everything');
  let seen = newId();
  let counter = 0;

  return {
    store,
    clock,
    events,
    scope,
    place,
    ledger,
    tasks,
    files,
    invoices: invoiceService,
    debtors,
    payments: createPaymentService(paying),
    bankLines: createBankLineService(paying),
    statements: createStatementService({ ...paying, matcherFor }),
    disputes: createDisputeService({ store, clock, events, tasks }),
    contactRecords: createContactRecordService({ store, clock, events, files }),
    communications: createCommunicationService({ store, clock, events, tasks }),
    timeline: createTimelineService({ store }),
    taskList: createTaskService({ store, clock, events, findColleague: async () => ({}) }),
    imports: createImportService({
      store,
      clock,
      events,
      files,
      invoices: invoiceService,
      importersFor,
    }),
    newPlace: (sameAgency = true) => newPlace(store, sameAgency ? place.agencyId : newId()),
    given: {
      debtor: (news = {}) =>
        debtors.create(scope, place, {
          number: `D${(counter += 1)}`,
          kind: 'business',
          name: `Debtor ${counter}`,
          ...news,
        }),
      async invoice(news) {
        counter += 1;
        const number = news.number ?? `F-2026-${String(counter).padStart(4, '0')}`;
        const complete: NewInvoice = {
          currency: 'EUR',
          totalCents: cents(10_000),
          invoicedOn: '2026-01-15',
          dueOn: '2026-02-14',
          ...news,
          number,
        };
        const made = await invoiceService.receive(scope, place, { news: [complete], by: 'test' });
        return invoiceService.get(scope, made.get(number) as Id);
      },
    },
    invoice: async (id) => (await store.table(invoices).in(system).byId(id)) as Invoice,
    async published() {
      const rows = await store
        .table(outbox)
        .in(system)
        .find({ _id: { $gt: seen } }, { sort: { _id: 1 } });
      seen = rows.at(-1)?._id ?? seen;
      return rows.map((row) => row.name);
    },
    close: () => store.close(),
  };
}

async function newPlace(store: Store, agencyId: Id): Promise<AdministrationKey> {
  const scope = systemScope('a test makes its world');
  const suffix = newId().toHexString().slice(-8);
  const agency = { _id: agencyId, name: 'Inning', slug: `agency-${suffix}` };
  if (!(await store.table(agencies).in(scope).byId(agencyId))) {
    await store.table(agencies).in(scope).insert(agency);
  }
  const creditor = await store
    .table(creditors)
    .in(scope)
    .insert({ agencyId, name: 'Van Dijk Installatie', number: suffix });
  const administration = await store.table(administrations).in(scope).insert({
    agencyId,
    creditorId: creditor._id,
    name: 'Van Dijk Installatie',
    number: suffix,
    iban: null,
  });
  return { agencyId, creditorId: creditor._id, administrationId: administration._id };
}
