import { fileURLToPath } from 'node:url';
import { addDays, type FlowDocument } from '@inning/sdk';
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
import { letterFlow, plainFlow } from './bench-flow.ts';
import { countWrites } from './count-writes.ts';
import { measureFloor } from './measure-floor.ts';
import { measureWaiting } from './measure-waiting.ts';
import { seedDebtors } from './seed-debtors.ts';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const ZONE = 'Europe/Amsterdam';
const FIRST_DUE_ON = '2026-03-02';
const DAYS = 60;

/** A letter costs three writes and another look at the facts: fewer debtors show it as well. */
const LETTER_SHARE = 0.25;

/**
 * Walks ten-node flows for many debtors on a virtual clock, with everything the live engine does but
 * the network: one without letters, and one with a letter that the connector takes at once. Then the
 * same documents are written plainly.
 */
export const flowBench: Bench = {
  size: 20_000,
  async run({ size, say }) {
    const mongo = await startThrowawayMongo();
    const inDatabase = async (name: string, work: (store: Store) => Promise<Figures>) => {
      const store = await openStore(mongo.uriOf(name));
      try {
        await prepareDatabase(store);
        return await work(store);
      } finally {
        await store.close();
      }
    };
    try {
      const plain = await inDatabase('bench-plain', async (store) => {
        const engine = await openEngine(store, plainFlow);
        const walked = await measureWalk(engine, { size, say });
        say('many wait, few are due…');
        const due = Math.ceil(size / 20);
        return { ...walked, ...(await measureWaiting(engine, { small: size, due, say })) };
      });
      const letters = await inDatabase('bench-letters', async (store) => {
        const engine = await openEngine(store, letterFlow);
        return measureWalk(engine, { size: Math.ceil(size * LETTER_SHARE), say });
      });
      return {
        ...plain,
        letterExecutionsPerSecond: letters['executionsPerSecond'] ?? 0,
        letterRatio: letters['ratio'] ?? 0,
      };
    } finally {
      await mongo.stop();
    }
  },
};

async function measureWalk(engine: Engine, { size, say }: BenchRun): Promise<Figures> {
  const { store, clock, flows, place, dispatcher } = engine;
  say(`${size} debtors are made…`);
  const at = clock.now();
  await seedDebtors(store, place, { count: size, dueOn: FIRST_DUE_ON, at });

  say('they walk…');
  const walk = await timed(async () => {
    for (let day = 0; day < DAYS; day += 1) {
      clock.moveTo(instantAt(addDays(FIRST_DUE_ON, day), 9 * 60, ZONE));
      await flows.startDue(clock.now());
      while ((await flows.wake(clock.now())) + (await dispatcher.drain()) > 0);
    }
  });
  const written = await countWrites(store);
  say('the same documents are written plainly…');
  const floor = await measureFloor(store, written);
  const executions = written.ended / walk.seconds;
  const floorExecutions = written.ended / floor.seconds;
  return {
    debtors: size,
    executionsPerSecond: rounded(executions),
    stepsPerSecond: rounded(written.steps / walk.seconds),
    floorPerSecond: rounded(floorExecutions),
    ratio: rounded(executions / floorExecutions, 2),
    seconds: rounded(walk.seconds, 1),
    documentWrites: written.total,
    floorWritesPerSecond: rounded(written.total / floor.seconds),
  };
}

export type Engine = Awaited<ReturnType<typeof openEngine>>;

async function openEngine(store: Store, flow: FlowDocument) {
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
  return { store, clock, flows, dispatcher, ...(await openAdministration(store, flows, flow)) };
}

/** A provider that delivers a key once and answers at once. */
const takesEverything = {
  isIdempotent: true,
  concurrency: 100,
  send: async ({ messageId }: { messageId: string }) => ({ providerId: messageId }),
};

async function openAdministration(
  store: Store,
  flows: ReturnType<typeof createFlows>,
  flow: FlowDocument,
) {
  const scope = systemScope('a benchmark fills its database');
  const agency = await store.table(agencies).in(scope).insert({ name: 'Bench', slug: 'bench' });
  const agencyId = agency._id;
  const creditor = await store
    .table(creditors)
    .in(scope)
    .insert({ agencyId, name: 'Bench', number: '1' });
  const ids = await flows.definitions.ensure(scope, agencyId, new Map([['bench', flow]]));
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
