import { fileURLToPath } from 'node:url';
import type { FlowDocument } from '@inning/sdk';
import { movableClock } from '../../../core/clock.ts';
import { createDocumentRenderer } from '../../../core/documents/index.ts';
import { administrations } from '../../../core/domain/administrations/index.ts';
import { agencies } from '../../../core/domain/agencies/index.ts';
import { createSentDocuments } from '../../../core/domain/communications/index.ts';
import { creditors } from '../../../core/domain/creditors/index.ts';
import { createAutomaticTasks } from '../../../core/domain/tasks/index.ts';
import { createDispatcher, createEventPublisher } from '../../../core/events/index.ts';
import { instantAt } from '../../../core/time/index.ts';
import { createFlows } from '../../../core/flows/index.ts';
import { loadPlugins } from '../../../core/host/index.ts';
import { newId, type Store, systemScope } from '../../../core/store/index.ts';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
export const ZONE = 'Europe/Amsterdam';
export const FIRST_DUE_ON = '2026-03-02';

export type Engine = Awaited<ReturnType<typeof openEngine>>;

/** The engine as it runs live, but for the network: nothing leaves, letters are taken at once. */
export async function openEngine(store: Store, flow: FlowDocument) {
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
