import { fileURLToPath } from 'node:url';
import { addDays } from '@inning/sdk';
import { movableClock } from '../../../core/clock.ts';
import { createDocumentRenderer } from '../../../core/documents/index.ts';
import { administrations } from '../../../core/domain/administrations/index.ts';
import { agencies } from '../../../core/domain/agencies/index.ts';
import { creditors } from '../../../core/domain/creditors/index.ts';
import { createSentDocuments } from '../../../core/domain/communications/index.ts';
import { createAutomaticTasks } from '../../../core/domain/tasks/index.ts';
import { createDispatcher, createEventPublisher } from '../../../core/events/index.ts';
import { createFlows } from '../../../core/flows/index.ts';
import { instantAt } from '../../../core/flows/engine/local-time.ts';
import { loadPlugins } from '../../../core/host/index.ts';
import { newId, openStore, type Store, systemScope } from '../../../core/store/index.ts';
import { startThrowawayMongo } from '../../../core/store/embedded-mongo/start-throwaway-mongo.ts';
import { prepareDatabase } from '../../../core/tables.ts';
import { type Bench, type BenchRun, type Figures, rounded, timed } from '../bench.ts';
import { benchFlow } from './bench-flow.ts';
import { countWrites } from './count-writes.ts';
import { measureFloor } from './measure-floor.ts';
import { measureWaiting } from './measure-waiting.ts';
import { seedDebtors } from './seed-debtors.ts';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const ZONE = 'Europe/Amsterdam';
const FIRST_DUE_ON = '2026-03-02';
const DAYS = 60;

/**
 * Walks a ten-node flow for many debtors on a virtual clock, with everything the live engine does but
 * the network: the connector takes the letters at once. Then the same documents are written plainly.
 */
export const flowBench: Bench = {
  size: 20_000,
  async run(run) {
    const mongo = await startThrowawayMongo();
    try {
      const store = await openStore(mongo.uriOf('bench-flow'));
      await prepareDatabase(store);
      const figures = await measure(store, run);
      await store.close();
      return figures;
    } finally {
      await mongo.stop();
    }
  },
};

async function measure(store: Store, { size, say }: BenchRun): Promise<Figures> {
  const engine = await openEngine(store);
  const { clock, flows, place } = engine;
  say(`${size} debtors are made…`);
  const at = clock.now();
  await seedDebtors(store, place, { count: size, dueOn: FIRST_DUE_ON, at });

  say('they walk…');
  const walk = await timed(async () => {
    for (let day = 0; day < DAYS; day += 1) {
      clock.moveTo(instantAt(addDays(FIRST_DUE_ON, day), 9 * 60, ZONE));
      await flows.startDue(clock.now());
      while ((await flows.wake(clock.now())) + (await engine.dispatcher.drain()) > 0);
    }
  });
  const written = await countWrites(store);
  say('the same documents are written plainly…');
  const floor = await measureFloor(store, written);
  const executions = written.ended / walk.seconds;
  const floorExecutions = written.ended / floor.seconds;
  say('many wait, few are due…');
  const waiting = await measureWaiting(engine, { small: size, due: Math.ceil(size / 20), say });
  await engine.dispatcher.stop();
  return {
    debtors: size,
    executionsPerSecond: rounded(executions),
    stepsPerSecond: rounded(written.steps / walk.seconds),
    floorPerSecond: rounded(floorExecutions),
    ratio: rounded(executions / floorExecutions, 2),
    seconds: rounded(walk.seconds, 1),
    documentWrites: written.total,
    floorWritesPerSecond: rounded(written.total / floor.seconds),
    ...waiting,
  };
}

export type Engine = Awaited<ReturnType<typeof openEngine>>;

async function openEngine(store: Store) {
  const clock = movableClock(instantAt(FIRST_DUE_ON, 0, ZONE));
  const log = { info: () => undefined, warn: () => undefined, error: console.error };
  const registries = await loadPlugins({
    projectDir: PROJECT,
    switchedOn: ['timing', 'routing', 'reminders', 'tasks', 'collection-costs', 'country-nl'],
    dataDir: PROJECT,
    log,
  });
  const events = createEventPublisher({ store, clock });
  const renderer = createDocumentRenderer({ templatesDir: `${PROJECT}templates/messages` });
  const letter = { subject: 'Herinnering', html: '<p></p>', text: '', fingerprint: '0' };
  const flows = createFlows({
    store,
    clock,
    events,
    tasks: createAutomaticTasks({ store, clock, events }),
    nodes: registries.nodes,
    countries: registries.countries,
    mailFor: async () => takesEverything,
    // Making letters is measured on its own; here the engine is.
    renderer: { ...renderer, render: async () => ({ ...letter, language: 'nl', note: null }) },
    links: () => ({ payUrl: 'https://example.nl/p', respondUrl: 'https://example.nl/r' }),
    keepDocuments: createSentDocuments(store).keepSent,
    log,
  });
  const dispatcher = createDispatcher({ store, clock, listeners: flows.listeners, log });
  return { store, clock, flows, dispatcher, ...(await openAdministration(store, flows)) };
}

/** A provider that delivers a key once and answers at once. */
const takesEverything = {
  isIdempotent: true,
  concurrency: 100,
  send: async ({ messageId }: { messageId: string }) => ({ providerId: messageId }),
};

async function openAdministration(store: Store, flows: ReturnType<typeof createFlows>) {
  const scope = systemScope('a benchmark fills its database');
  const agency = await store.table(agencies).in(scope).insert({ name: 'Bench', slug: 'bench' });
  const agencyId = agency._id;
  const creditor = await store
    .table(creditors)
    .in(scope)
    .insert({ agencyId, name: 'Bench', number: '1' });
  const ids = await flows.definitions.ensure(scope, agencyId, new Map([['bench', benchFlow]]));
  const flowId = ids.get('bench') ?? newId();
  const chosen = { steady: flowId, unknown: flowId, fluctuating: flowId, erratic: flowId };
  const administration = await store.table(administrations).in(scope).insert({
    agencyId,
    creditorId: creditor._id,
    name: 'Bench',
    number: '1',
    iban: 'NL20INGB0001234567',
    senderEmail: 'bench@example.nl',
    flowChoice: chosen,
  });
  const place = { agencyId, creditorId: creditor._id, administrationId: administration._id };
  return { place, flowId };
}
