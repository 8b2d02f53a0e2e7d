import type { Clock, LetterSources, MailPort } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { systemClock } from '../clock.ts';
import { createLedgerService } from '../domain/ledger/index.ts';
import type { AutomaticTasks } from '../domain/tasks/index.ts';
import type { DocumentRenderer, TemplateShelf } from '../documents/index.ts';
import type { EventPublisher, Listener } from '../events/index.ts';
import type { NodeRegistry } from '../host/index.ts';
import { type AdministrationKey, type Store, systemScope } from '../store/index.ts';
import { createFlowComments } from './comments/flow-comments.ts';
import { createFlowNews } from './definition/flow-news.ts';
import { createFlowDrafts } from './definition/flow-drafts.ts';
import { createFlowService } from './definition/flows.service.ts';
import { type AgencyNodes, createFlowLibrary, sameForAll } from './engine/drawings/index.ts';
import { createFactsLoader, type FactsDeps } from './engine/facts/index.ts';
import { bareTools, type ToolsFor } from './engine/steps/index.ts';
import type { RunScript } from './engine/walking/index.ts';
import { createRunNote, createWaker } from './engine/waking/index.ts';
import { createFlowEditors } from './editors/flow-editors.ts';
import { createClaimExpressions } from './expressions/claim-expressions.ts';
import { createInstanceCounts } from './instances/count-instances.ts';
import { createWatchCounts } from './instances/watch-counts.ts';
import { createInstanceService } from './instances/instances.service.ts';
import { createFlowSwitch } from './instances/switch-flow.ts';
import { createDelivery, type DeliveryDeps } from './letters/deliver-letters.ts';
import { createLetterMaker, type LetterLinks } from './letters/letter-maker.ts';
import { createAmbiguityMarker } from './letters/mark-ambiguous.ts';
import { createLetterSweep } from './letters/sweep-letters.ts';
import { createFlowMigrations, type FlowMigrations } from './migrate/flow-migrations.ts';
import { flowRoutes } from './routes/index.ts';
import { createDryRun } from './simulate/dry-run.ts';
import { createDebtorsToday } from './simulate/today/debtors-today.ts';
import { createConditionTrial } from './simulate/try-condition.ts';
import { createSimulation } from './simulate/simulate-debtor.ts';
import { createFlowListeners } from './triggers/flow-listeners.ts';
import { createOverdueStarter } from './triggers/start-overdue.ts';

export type FlowsDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  readonly tasks: AutomaticTasks;
  readonly nodes: NodeRegistry;
  /** Left out, every agency has those `nodes`. */
  readonly agencyNodes?: AgencyNodes;
  readonly countries: FactsDeps['countries'];
  readonly mailFor: (place: AdministrationKey) => Promise<MailPort>;
  /** Left out, nodes have no way outside. */
  readonly toolsFor?: ToolsFor;
  /** The sandbox's; left out, steps with a script fail. */
  readonly runScript?: RunScript;
  readonly renderer: DocumentRenderer;
  /** The letters that can be chosen; left out, there are none to choose from. */
  readonly templates?: TemplateShelf;
  /** The words of the letters, for the rules of a country. */
  readonly letters?: LetterSources;
  readonly links: LetterLinks;
  /** Keeps letters exactly as they leave. */
  readonly keepDocuments: DeliveryDeps['keepDocuments'];
  readonly log: { error(details: object, text: string): void };
  /** Sizes and times for tests and benches; the engine knows good ones. */
  readonly tuning?: {
    readonly batchSize?: number;
    readonly leaseMs?: number;
    readonly lanes?: number;
  };
};

/** The flow engine, put together; the rest of the application sees only this. */
export type Flows = {
  readonly listeners: readonly Listener[];
  /** Registered under /api. */
  readonly routes: (app: FastifyInstance) => Promise<void>;
  /** How many parts of the work have something due: so many workers can help at once. */
  partsDue(now: Date): Promise<number>;
  /** Moves everything that is due; returns how many moves were made. */
  wake(now: Date): Promise<number>;
  /** Starts flows for invoices that came due and that nothing follows up yet. */
  startDue(now: Date): Promise<number>;
  /** Settles letters that a worker which died left on the way. */
  sweep(now: Date): Promise<void>;
  /** Lets the batches under way end and takes no new ones. */
  stop(): Promise<void>;
  readonly migrations: FlowMigrations;
} & FlowServices;

export type FlowServices = {
  readonly definitions: ReturnType<typeof createFlowService>;
  readonly instances: ReturnType<typeof createInstanceService>;
  readonly switchFlow: ReturnType<typeof createFlowSwitch>;
  readonly dryRun: ReturnType<typeof createDryRun>;
  /** The same for some debtors at a time, with those who only wait. */
  readonly debtorsToday: ReturnType<typeof createDebtorsToday>;
  readonly simulate: ReturnType<typeof createSimulation>;
};

// oxlint-disable-next-line max-lines-per-function -- a straight list of what is put together
export function createFlows(deps: FlowsDeps): Flows {
  const expressions = createClaimExpressions();
  const types = deps.agencyNodes ?? sameForAll(deps.nodes);
  const library = createFlowLibrary({ store: deps.store, types });
  const loadFacts = createFactsLoader(deps);
  const toolsFor = deps.toolsFor ?? bareTools(deps.clock);
  const ledger = createLedgerService(deps);
  const engine = { expressions, library, loadFacts, toolsFor, ledger };
  const parts = { ...deps, ...engine, types };

  const markAmbiguous = createAmbiguityMarker(deps);
  const makeLetter = createLetterMaker(deps);
  const deliver = createDelivery({
    ...parts,
    markAmbiguous,
    mailFor: ({ agencyId, creditorId, _id }) =>
      deps.mailFor({ agencyId, creditorId, administrationId: _id }),
    makeLetter: ({ claim, facts, letter, today, announces }, communicationId) => {
      const announcedCents = announces?.costsCents ?? 0;
      return makeLetter({ ...facts, ...letter, claim, today, announcedCents, communicationId });
    },
  });
  const waker = createWaker({ ...parts, ...deps.tuning, deliver, leaseClock: systemClock });
  const startOverdue = createOverdueStarter(parts);
  const sweepLetters = createLetterSweep({ store: deps.store, markAmbiguous });
  const definitions = createFlowService(parts);
  const noteRun = createRunNote(deps.store);
  const services: FlowServices = {
    definitions,
    instances: createInstanceService(parts),
    switchFlow: createFlowSwitch(parts),
    dryRun: createDryRun(parts),
    debtorsToday: createDebtorsToday(parts),
    simulate: createSimulation({ ...parts, definitions }),
  };

  const migrating = { ...parts, ...deps.tuning, definitions, leaseClock: systemClock };
  const migrations = createFlowMigrations(migrating);
  const drafts = createFlowDrafts({ store: deps.store, definitions });
  const tell = createFlowNews(parts);

  return {
    ...services,
    migrations,
    listeners: createFlowListeners({ ...parts, startOverdue }),
    routes: flowRoutes({
      ...parts,
      ...services,
      drafts,
      comments: createFlowComments({ ...parts, definitions: services.definitions, tell }),
      migrations,
      tryCondition: createConditionTrial(parts),
      counts: createInstanceCounts(deps.store),
      editors: createFlowEditors({ ...parts, tell, leaseClock: systemClock }),
      watching: createWatchCounts(deps.store),
    }),
    partsDue: async (now) => (await waker.groupsWithWork(now)).length,
    async wake(now) {
      const moved = await waker.wake(now);
      await noteRun(now);
      return moved;
    },
    startDue: (now) => startOverdue(systemScope('the daily look at every administration'), {}, now),
    sweep: async (now) => void (await sweepLetters(now)),
    stop: async () => waker.stop(),
  };
}
