import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addDays, type CalendarDate } from '@inning/sdk';
import { type App, buildApp } from '../../core/app.ts';
import { type MovableClock, movableClock } from '../../core/clock.ts';
import { shippedFlows } from '../../core/flows/index.ts';
import { instantAt } from '../../core/time/index.ts';
import type { Outbound } from '../../core/outbound/index.ts';
import { createLog } from '../../core/http/index.ts';
import { choosePort } from '../../core/store/embedded-mongo/choose-port.ts';
import { openStore, systemScope } from '../../core/store/index.ts';
import { prepareDatabase } from '../../core/tables.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const ZONE = 'Europe/Amsterdam';

export const MARIEKE = { email: 'marieke@kantoor.example', password: 'een lang wachtwoord' };
/** Sample files that ship with the project: one installation company with sixteen debtors. */
export const sample = (path: string) => join(PROJECT, 'templates/samples', path);
export const isWebBuilt = () => existsSync(join(PROJECT, 'designer/dist/index.html'));

/** The whole application on a port of its own, with an agency, its books and its flows, and a clock that moves. */
export type WebWorld = {
  readonly address: string;
  readonly clock: MovableClock;
  readonly app: App;
  /** Lets every day pass until that day, each with its work. */
  passTo(day: CalendarDate): Promise<void>;
  close(): Promise<void>;
};

/** What a story needs that others do not. */
export type WebWorldOptions = { readonly outbound?: Outbound };

export async function openWebWorld(
  uri: string,
  startOn: CalendarDate,
  options: WebWorldOptions = {},
): Promise<WebWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), 'inning-e2e-'));
  const port = await choosePort(null);
  const address = `http://127.0.0.1:${port}`;
  const store = await openStore(uri);
  await prepareDatabase(store);
  const clock = movableClock(instantAt(startOn, 8 * 60, ZONE));
  const app = await buildApp(
    {
      port,
      host: '127.0.0.1',
      mongodbUri: uri,
      dataDir,
      plugins: null,
      logLevel: 'silent',
      secret: 'a secret of thirty-two letters!!',
      publicUrl: address,
    },
    {
      ...options,
      clock,
      store,
      log: createLog({ level: process.env['E2E_LOG'] ? 'error' : 'silent' }),
    },
  );
  await seedBooks(app);
  await app.serve();

  let today = startOn;
  return {
    address,
    clock,
    app,
    async passTo(day) {
      for (; today < day;) {
        today = addDays(today, 1);
        clock.moveTo(instantAt(today, 5 * 60, ZONE));
        await work(app, clock);
        await app.flows.startDue(clock.now());
        clock.moveTo(instantAt(today, 9 * 60, ZONE));
        await work(app, clock);
      }
    },
    async close() {
      await app.close();
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function work(app: App, clock: MovableClock): Promise<void> {
  for (let round = 0; round < 50; round += 1) {
    const passed = await app.dispatcher.drain();
    const moved = await app.flows.wake(clock.now());
    if (passed + moved === 0) return;
  }
  throw new Error('the engine does not come to rest');
}

async function seedBooks({ rooms, flows }: App): Promise<void> {
  const scope = systemScope('a world for tests');
  const agency = await rooms.agencies.create(scope, {
    name: 'Noorderlicht Incasso',
    slug: 'noorderlicht',
  });
  const creditor = await rooms.creditors.create(scope, {
    agencyId: agency._id,
    name: 'Installatiebedrijf Van Vliet B.V.',
    number: '1',
  });
  const ids = await flows.definitions.ensure(scope, agency._id, shippedFlows());
  const flow = (slug: string) => ids.get(slug) ?? null;
  await rooms.administrations.create(scope, {
    agencyId: agency._id,
    creditorId: creditor._id,
    name: 'Van Vliet Installaties',
    number: '1',
    iban: 'NL38RABO0123456703',
    senderName: 'Van Vliet Installaties',
    senderEmail: 'facturen@vanvliet.example',
    flowChoice: {
      steady: flow('friendly'),
      unknown: flow('neutral'),
      fluctuating: flow('neutral'),
      erratic: flow('strict'),
    },
  });
  await rooms.users.create({
    ...MARIEKE,
    name: 'Marieke de Boer',
    role: 'agency-administrator',
    agencyId: agency._id,
  });
}
