import { randomBytes } from 'node:crypto';
import type { CalendarDate, OutgoingMail } from '@inning/sdk';
import { destination } from 'pino';
import { buildApp, loadRegistries } from '../../app.ts';
import { movableClock } from '../../clock.ts';
import { loadConfig } from '../../config/index.ts';
import { type Administration, administrations } from '../../domain/administrations/index.ts';
import { flowChoiceOf } from '../../seed/flow-choice.ts';
import { at, type VirtualApp } from '../../seed/pass-time.ts';
import { shippedFlows } from '../../flows/index.ts';
import { createLog } from '../../http/observe/log.ts';
import { openStore } from '../../store/index.ts';
import { startThrowawayMongo } from '../../store/embedded-mongo/start-throwaway-mongo.ts';
import { prepareDatabase } from '../../tables.ts';
import { commandScope } from '../find-books.ts';
import { withKeptMail } from './keeping-mail.ts';

export type DemoWorld = VirtualApp & {
  readonly books: Administration;
  /** Every mail that would have left, by the key of its communication. */
  readonly mails: ReadonlyMap<string, OutgoingMail>;
  close(): Promise<void>;
};

/** When somebody hands the files in, on the first day. */
const HANDED_IN_HOUR = 8;

/** The whole application on a database that is thrown away, with a clock that is moved by hand. */
export async function openDemoWorld(startOn: CalendarDate): Promise<DemoWorld> {
  const mongo = await startThrowawayMongo();
  try {
    const store = await openStore(mongo.uri);
    const clock = movableClock(at(startOn, HANDED_IN_HOUR));
    const log = createLog({ level: 'error', destination: destination(2) });
    const config = demoConfig(mongo.uri);
    const mails = new Map<string, OutgoingMail>();
    const registries = await loadRegistries(config, log);
    const kept = withKeptMail(registries, (mail) => void mails.set(mail.key, mail));
    const app = await buildApp(config, { clock, store, log, registries: kept });
    await prepareDatabase(store);
    const books = await createBooks({ app, clock });
    return {
      app,
      clock,
      books,
      mails,
      async close() {
        await app.close();
        await store.close();
        await mongo.stop();
      },
    };
  } catch (error) {
    await mongo.stop();
    throw error;
  }
}

/** Whatever is set for the installation stays out of it: the demo is the same everywhere. */
function demoConfig(mongodbUri: string) {
  const config = loadConfig({});
  const secret = randomBytes(32).toString('hex');
  return { ...config, mongodbUri, secret, publicUrl: 'https://inning.example' };
}

async function createBooks({ app }: VirtualApp): Promise<Administration> {
  const { rooms, flows, store } = app;
  const agency = await rooms.agencies.create(commandScope, { name: 'Demo', slug: 'demo' });
  const agencyId = agency._id;
  const flowIds = await flows.definitions.ensure(commandScope, agencyId, shippedFlows());
  const creditor = await rooms.creditors.create(commandScope, {
    agencyId,
    name: 'Installatiebedrijf Van Vliet',
    number: '1',
    email: 'administratie@vanvliet-installaties.example',
    phone: '030 200 01 23',
  });
  return store
    .table(administrations)
    .in(commandScope)
    .insert({
      agencyId,
      creditorId: creditor._id,
      name: creditor.name,
      number: '1',
      senderName: 'Administratie Van Vliet',
      senderEmail: 'administratie@vanvliet-installaties.example',
      flowChoice: flowChoiceOf(flowIds),
    });
}
