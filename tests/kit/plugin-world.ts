import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CalendarDate, cents, type FlowDocument } from '@inning/sdk';
import { type App, buildApp } from '../../core/app.ts';
import { type MovableClock, movableClock } from '../../core/clock.ts';
import { instances, type Instance } from '../../core/flows/index.ts';
import type { NewInvoice } from '../../core/domain/invoices/index.ts';
import { hashOf } from '../../core/host/installed/installer.ts';
import type { PluginInstall } from '../../core/host/index.ts';
import { createLog } from '../../core/http/index.ts';
import { type AdministrationKey, type Id, openStore, systemScope } from '../../core/store/index.ts';
import { prepareDatabase } from '../../core/tables.ts';
import {
  createPacker,
  newPublisher,
  type PluginText,
  type Publisher,
  trustPublisher,
} from './plugin-package.ts';

const scope = systemScope('a test looks at everything');
const TODAY = '2026-03-02T09:00:00Z';

/** The whole application, in which agencies install plugins; nothing works by itself. */
export type PluginWorld = {
  readonly app: App;
  readonly clock: MovableClock;
  /** An agency with one creditor and administration. */
  agency(slug: string): Promise<AdministrationKey>;
  /** A package of a trusted publisher. */
  pack(text: PluginText, by?: Publisher): Promise<Uint8Array>;
  /** Installs it, as an administrator who agrees to everything. */
  install(place: AdministrationKey, text: PluginText): Promise<PluginInstall>;
  /** A flow with that one step after the start, published and chosen for all debtors. */
  flowWith(place: AdministrationKey, type: string, more?: FlowWith): Promise<Id>;
  /** Debtors with one overdue invoice each, and their instances started. */
  overdue(place: AdministrationKey, count: number): Promise<void>;
  /** Does everything that is due at this instant, once. */
  work(): Promise<void>;
  instancesOf(place: AdministrationKey): Promise<Instance[]>;
  close(): Promise<void>;
};

type FlowWith = {
  readonly version?: number;
  readonly slug?: string;
  readonly outcomes?: readonly string[];
  readonly config?: object;
};

export async function openPluginWorld(uri: string): Promise<PluginWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), 'inning-plugins-'));
  const store = await openStore(uri);
  await prepareDatabase(store);
  const clock = movableClock(new Date(TODAY));
  const config = {
    port: 0,
    host: '127.0.0.1',
    mongodbUri: uri,
    dataDir,
    plugins: null,
    logLevel: 'silent' as const,
    secret: 'a secret of thirty-two letters!!',
    publicUrl: 'http://127.0.0.1:8080',
  };
  const level = process.env['PLUGINS_LOG'] ? 'error' : 'silent';
  const app = await buildApp(config, { clock, store, log: createLog({ level }) });
  const { rooms, flows } = app;
  let count = 0;
  const packer = createPacker();
  const publisher = newPublisher();
  await trustPublisher(app, publisher);
  const { installer, door } = app.host.installed!;
  const pack: PluginWorld['pack'] = (text, by = publisher) => packer.pack(text, by);

  return {
    app,
    clock,
    async agency(slug) {
      const agency = await rooms.agencies.create(scope, { name: slug, slug });
      const agencyId = agency._id;
      const creditor = await rooms.creditors.create(scope, { agencyId, name: 'A', number: '1' });
      const books = await rooms.administrations.create(scope, {
        agencyId,
        creditorId: creditor._id,
        name: 'Books',
        number: '1',
      });
      return { agencyId, creditorId: creditor._id, administrationId: books._id };
    },
    pack,
    async install({ agencyId }, text) {
      const row = await installer.offer(agencyId, await pack(text), 'Marieke');
      if (row.pendingVersion === null) return row;
      const pending = await door.find(row.pluginId, row.pendingVersion);
      return installer.consent(agencyId, row.pluginId, { hash: hashOf(pending!), by: 'Marieke' });
    },
    async flowWith({ agencyId, administrationId }, type, more = {}) {
      const made = await flows.definitions.create(scope, {
        agencyId,
        creditorId: null,
        slug: more.slug ?? 'plugin',
        document: documentWith(type, more),
      });
      await flows.definitions.publish(scope, made._id, { who: 'test', note: null });
      const flowChoice = {
        steady: made._id,
        unknown: made._id,
        fluctuating: made._id,
        erratic: made._id,
      };
      await rooms.administrations.update(scope, administrationId, { flowChoice } as never);
      return made._id;
    },
    async overdue(place, amount) {
      const news: NewInvoice[] = [];
      for (let index = 0; index < amount; index += 1) {
        count += 1;
        const debtor = await rooms.debtors.create(scope, place, {
          number: `D${count}`,
          kind: 'business',
          name: `Debtor ${count}`,
        });
        news.push(invoiceOf(debtor._id, count));
      }
      await rooms.invoices.receive(scope, place, { news, by: 'test' });
      await app.dispatcher.drain();
      await flows.startDue(clock.now());
    },
    async work() {
      await app.dispatcher.drain();
      await flows.wake(clock.now());
      await app.dispatcher.drain();
    },
    instancesOf: ({ administrationId }) =>
      store.table(instances).in(scope).find({ administrationId }),
    async close() {
      await packer.close();
      await app.close();
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const invoiceOf = (debtorId: Id, count: number) => ({
  debtorId,
  number: `F${count}`,
  currency: 'EUR',
  totalCents: cents(10_000),
  invoicedOn: '2026-01-15' as CalendarDate,
  dueOn: '2026-02-14' as CalendarDate,
});

const documentWith = (
  type: string,
  { version = 1, outcomes = ['done'], config = {} }: FlowWith,
): FlowDocument =>
  ({
    schema: 1,
    name: { en: 'Plugin', nl: 'Plugin' },
    country: 'NL',
    subject: 'debtor',
    nodes: {
      start: { type: 'routing.start-when-overdue', version: 1, config: {} },
      act: { type, version, config },
      end: { type: 'routing.stop-flow', version: 1, config: { reason: 'Done' } },
    },
    edges: [
      { from: 'start', outcome: 'started', to: 'act' },
      ...outcomes.map((outcome) => ({ from: 'act', outcome, to: 'end' })),
    ],
    goals: ['paid'],
    settings: {
      thresholdCents: 0,
      sendAt: '09:00',
      missedRun: 'send-once',
      bankFreshnessDays: null,
      maxContacts: { count: 3, days: 7 },
      maxSteps: 200,
    },
  }) as FlowDocument;
