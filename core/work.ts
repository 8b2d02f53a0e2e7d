import type { Clock } from '@inning/sdk';
import type { Dispatcher } from './events/index.ts';
import type { Flows } from './flows/index.ts';
import type { Host } from './host/index.ts';
import { HOME_TIME_ZONE } from './home.ts';
import type { Jobs } from './jobs/index.ts';
import type { Rooms } from './rooms.ts';
import { systemScope } from './store/index.ts';

export type WorkParts = {
  readonly clock: Clock;
  readonly flows: Flows;
  readonly dispatcher: Dispatcher;
  readonly jobs: Jobs;
  readonly rooms: Pick<
    Rooms,
    'bankFeeds' | 'ledger' | 'onlinePayments' | 'paidNotices' | 'statements' | 'trust'
  >;
  readonly host: Pick<Host, 'installed'>;
  readonly log: { error(details: object, text: string): void };
};

const MOST_HELPERS = 8;

/** Everything that happens by itself. Any number of processes may do this on one database. */
export async function startWork(parts: WorkParts): Promise<void> {
  const { clock, flows, dispatcher, jobs } = parts;
  // Events are passed on as soon as they are there; this is for when nobody noticed.
  jobs.define('outbox', async () => void (await dispatcher.drain()));
  jobs.define('wake', async ({ data }) => {
    const now = clock.now();
    // One worker hears the clock; the others are asked to help as far as there is work for them.
    if (data['isHelp'] !== true) await askForHelp(jobs, await flows.partsDue(now));
    await flows.wake(now);
  });
  jobs.define('daily', async () => {
    await flows.startDue(clock.now());
    await parts.host.installed?.tidy();
    await compareLedger(parts);
    await checkTrust(parts);
  });
  jobs.define('sweep', async () => flows.sweep(clock.now()));
  const everybody = systemScope('online payments of every administration are followed');
  jobs.define(
    'follow-payments',
    async () => void (await parts.rooms.onlinePayments.sweep(everybody)),
  );
  const banks = systemScope('accounts of every administration are read');
  jobs.define('bank-feeds', async () => void (await parts.rooms.bankFeeds.sweep(banks)));
  const left = systemScope('large statements of every administration are gone on with');
  jobs.define('statements', async () => parts.rooms.statements.goOn(left));
  jobs.define('tell-paid', async () => void (await parts.rooms.paidNotices.tell()));

  await jobs.every('outbox', '5 seconds');
  await jobs.every('wake', '5 seconds');
  await jobs.every('daily', '5 0 * * *', { timeZone: HOME_TIME_ZONE });
  await jobs.every('sweep', '1 minute');
  await jobs.every('follow-payments', '1 minute');
  await jobs.every('bank-feeds', '1 minute');
  await jobs.every('statements', '1 minute');
  await jobs.every('tell-paid', '1 minute');
  await jobs.start();
}

/** Every night: what invoices say is open against the sum of their ledger. A repair is for a person. */
async function compareLedger({ rooms: { ledger }, log }: WorkParts): Promise<void> {
  const { differenceCount, differences } = await ledger.compareCaches(
    systemScope('the ledger of every administration is compared'),
  );
  if (differenceCount === 0) return;
  const invoiceIds = differences.map((one) => one.invoiceId);
  log.error({ differenceCount, invoiceIds }, 'invoices differ from their ledger');
}

/** Every night: trust accounts against the bank and against themselves. Open days are tasks already. */
async function checkTrust({ rooms, log }: WorkParts): Promise<void> {
  const problems = await rooms.trust.check(systemScope('every trust account is checked'));
  if (problems.length > 0) log.error({ problems }, 'trust accounts do not agree');
}

async function askForHelp(jobs: Jobs, parts: number): Promise<void> {
  const helpers = Math.min(parts - 1, MOST_HELPERS);
  for (let count = 0; count < helpers; count += 1) await jobs.now('wake', { isHelp: true });
}
