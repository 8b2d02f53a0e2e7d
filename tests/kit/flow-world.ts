import { fileURLToPath } from 'node:url';
import { addDays, type CalendarDate, type FlowDocument } from '@inning/sdk';
import { administrations } from '../../core/domain/administrations/index.ts';
import { openWorld, type World } from '../../core/domain/testing/world.ts';
import { numberMatcher } from '../../core/domain/testing/number-matcher.ts';
import { createSentDocuments } from '../../core/domain/communications/index.ts';
import {
  createDocumentRenderer,
  readTemplateFiles,
  type TemplateFiles,
} from '../../core/documents/index.ts';
import { createDispatcher } from '../../core/events/index.ts';
import {
  createIdleFlows,
  createFlows,
  flows as flowTable,
  type Flows,
  flowVersions,
  instances,
  type Instance,
  shards,
  shippedFlows,
  moves,
  type Step,
} from '../../core/flows/index.ts';
import { instantAt } from '../../core/time/index.ts';
import { type Countries, loadPlugins, type Registries } from '../../core/host/index.ts';
import type { Id, TableDefinition } from '../../core/store/index.ts';
import { capturingMailbox, type Mailbox } from './capturing-mailbox.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const ZONE = 'Europe/Amsterdam';
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

export type FlowWorld = World & {
  readonly flows: Flows;
  readonly mailbox: Mailbox;
  readonly registries: Registries;
  readonly flowIds: ReadonlyMap<string, Id>;
  /** Lets every day pass until that day, each with its scan and its hour of work. */
  passTo(day: CalendarDate): Promise<void>;
  /** Does everything that is due at this instant. */
  work(): Promise<void>;
  flowsOf(debtorId: Id): Promise<Instance[]>;
  stepsOf(instanceId: Id): Promise<Step[]>;
  publish(slug: string, document: FlowDocument): Promise<Id>;
  choose(flowId: Id | null): Promise<void>;
  administration(change: object): Promise<void>;
};

export type FlowWorldOptions = {
  readonly startOn?: CalendarDate;
  readonly mailbox?: Mailbox;
  /** Templates beside the shipped ones. */
  readonly templates?: TemplateFiles;
  /** How administrations have the law of their country; as shipped, when it is left out. */
  readonly countriesOf?: (registries: Registries) => Countries;
  readonly tuning?: { readonly batchSize?: number; readonly leaseMs?: number };
};

const SHIPPED = readTemplateFiles(`${PROJECT}templates/messages`);
let registries: Promise<Registries> | null = null;
const SWITCHED_ON = [
  'timing',
  'routing',
  'reminders',
  'tasks',
  'collection-costs',
  'country-nl',
] as const;

/** The flow engine on a real database with the standard flows, a mailbox that keeps and a clock that moves. */
export async function openFlowWorld(
  uri: string,
  options: FlowWorldOptions = {},
): Promise<FlowWorld> {
  const log = {
    ...SILENT,
    error: (details: object, text: string) => console.error(text, details),
  };
  registries ??= loadPlugins({
    projectDir: PROJECT,
    switchedOn: SWITCHED_ON,
    dataDir: `${PROJECT}tests/output/plugins`,
    log,
  });
  const loaded = await registries;
  const countries = options.countriesOf?.(loaded) ?? loaded.countries;
  const world = await openWorld(uri, {
    matcherFor: async () => numberMatcher,
    countries,
    idleFlows: createIdleFlows,
  });
  const { store, clock, events, scope, place } = world;
  for (const table of [flowTable, flowVersions, instances, moves, shards]) {
    store.table(table as TableDefinition<unknown>);
  }
  const { sentDocuments } = await import('../../core/domain/communications/index.ts');
  store.table(sentDocuments as TableDefinition<unknown>);
  await store.ensureIndexes();

  const mailbox = options.mailbox ?? capturingMailbox();
  const flows = createFlows({
    store,
    clock,
    events,
    tasks: world.tasks,
    nodes: loaded.nodes,
    countries,
    mailFor: async () => mailbox,
    renderer: createDocumentRenderer({
      templates: new Map([...SHIPPED, ...(options.templates ?? [])]),
    }),
    links: (id) => ({
      payUrl: `https://inning.example/p/${id}/pay`,
      respondUrl: `https://inning.example/p/${id}/respond`,
    }),
    keepDocuments: createSentDocuments(store).keepSent,
    log,
    ...(options.tuning ? { tuning: options.tuning } : {}),
  });
  const dispatcher = createDispatcher({
    store,
    clock,
    listeners: [...world.claims.listeners, ...flows.listeners],
    log,
  });
  const flowIds = await flows.definitions.ensure(scope, place.agencyId, shippedFlows());
  const of = (slug: string) => flowIds.get(slug) ?? null;
  const administration = async (change: object) => {
    await store
      .table(administrations)
      .in(scope)
      .updateOne({ _id: place.administrationId }, { $set: change } as never);
  };
  await administration({
    iban: 'NL20INGB0001234567',
    senderEmail: 'facturen@bakkerij.example',
    senderName: 'Bakkerij Jansen',
    flowChoice: {
      steady: of('friendly'),
      unknown: of('neutral'),
      fluctuating: of('neutral'),
      erratic: of('strict'),
    },
  });
  let today = options.startOn ?? '2026-03-02';
  clock.moveTo(instantAt(today, 0, ZONE));

  async function work(): Promise<void> {
    for (let rounds = 0; rounds < 50; rounds += 1) {
      const passed = await dispatcher.drain();
      const moved = await flows.wake(clock.now());
      if (passed + moved === 0) return;
    }
    throw new Error('the engine does not come to rest');
  }

  return {
    ...world,
    flows,
    mailbox,
    registries: loaded,
    flowIds,
    work,
    async passTo(day) {
      for (; today < day;) {
        today = addDays(today, 1);
        clock.moveTo(instantAt(today, 5, ZONE));
        await flows.startDue(clock.now());
        for (const minute of [7 * 60, 9 * 60, 12 * 60]) {
          clock.moveTo(instantAt(today, minute, ZONE));
          await work();
        }
      }
    },
    flowsOf: (debtorId) =>
      store
        .table(instances)
        .in(scope)
        .find({ debtorId }, { sort: { startedAt: 1 } }),
    stepsOf: (instanceId) => flows.instances.path(scope, instanceId),
    async publish(slug, document) {
      const { agencyId } = place;
      const made = await flows.definitions.create(scope, {
        agencyId,
        creditorId: null,
        slug,
        document,
      });
      await flows.definitions.publish(scope, made._id, { who: 'test', note: null });
      return made._id;
    },
    choose: (flowId) =>
      administration({
        flowChoice: { steady: flowId, unknown: flowId, fluctuating: flowId, erratic: flowId },
      }),
    administration,
    async close() {
      await dispatcher.stop();
      await flows.stop();
      await world.close();
    },
  };
}
