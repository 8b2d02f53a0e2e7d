import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cents } from '@inning/sdk';
import { buildApp } from '../../../core/app.ts';
import { systemClock } from '../../../core/clock.ts';
import { createLog } from '../../../core/http/index.ts';
import { choosePort } from '../../../core/store/embedded-mongo/choose-port.ts';
import { type Id, openStore, systemScope } from '../../../core/store/index.ts';
import { prepareDatabase } from '../../../core/tables.ts';
import { ACCOUNT, invoiceAt } from './made-statements.ts';

const MAIN = fileURLToPath(new URL('../../../core/main.ts', import.meta.url));
const SCOPE = systemScope('a benchmark');
const CLERK = { email: 'clerk@bench.example', password: 'een lang wachtwoord' };
const DEBTORS = 500;
const SECRET = 'a-secret-of-thirty-two-letters!!';

/** Fills a database with one administration, its invoices, and somebody who may hand statements in. */
export async function fillBooks(
  uri: string,
  { invoices, dataDir }: { readonly invoices: number; readonly dataDir: string },
): Promise<string> {
  const store = await openStore(uri);
  await prepareDatabase(store);
  const app = await buildApp(
    {
      port: 0,
      host: '127.0.0.1',
      mongodbUri: uri,
      dataDir,
      plugins: null,
      logLevel: 'silent',
      secret: SECRET,
      publicUrl: 'http://127.0.0.1',
    },
    { clock: systemClock, store, log: createLog({ level: 'silent' }) },
  );
  const { rooms } = app;
  const agency = await rooms.agencies.create(SCOPE, { name: 'Bench', slug: 'bench' });
  const creditor = await rooms.creditors.create(SCOPE, {
    agencyId: agency._id,
    name: 'Drukke Webwinkel B.V.',
    number: '1',
  });
  const { _id: administrationId } = await rooms.administrations.create(SCOPE, {
    agencyId: agency._id,
    creditorId: creditor._id,
    name: 'Drukke Webwinkel',
    number: '1',
    iban: ACCOUNT,
  });
  const place = { agencyId: agency._id, creditorId: creditor._id, administrationId };
  await rooms.users.create({
    ...CLERK,
    name: 'Clerk',
    role: 'agency-administrator',
    agencyId: agency._id,
  });
  const people: Id[] = [];
  for (let at = 0; at < DEBTORS; at += 1) {
    const who = { number: `D${at}`, kind: 'business' as const, name: `Debtor ${at}` };
    people.push((await rooms.debtors.create(SCOPE, place, who))._id);
  }
  for (let from = 0; from < invoices; from += 1_000) {
    const count = Math.min(1_000, invoices - from);
    const news = Array.from({ length: count }, (_, step) => {
      const { number, totalCents } = invoiceAt(from + step);
      return {
        number,
        totalCents: cents(totalCents),
        debtorId: people[(from + step) % DEBTORS] as Id,
        currency: 'EUR',
        invoicedOn: '2026-01-15' as const,
        dueOn: '2026-02-14' as const,
      };
    });
    await rooms.invoices.receive(SCOPE, place, { news, by: 'bench' });
  }
  await app.close();
  await store.close();
  return administrationId.toHexString();
}

export type ImportServer = Awaited<ReturnType<typeof startServer>>;

/** The whole platform as `npm start` runs it, in a process of its own. */
export async function startServer(uri: string, dataDir: string) {
  const port = await choosePort(null);
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['--max-semi-space-size=64', MAIN, 'start', '--empty'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      MONGODB_URI: uri,
      INNING_DATA_DIR: dataDir,
      INNING_SECRET: SECRET,
    },
  });
  await untilSaid(child, 'Inning is running');
  const pid = child.pid ?? 0;
  const session = await signIn(address);
  return {
    address,
    pid,
    headers: session,
    peakMegabytes: () => memoryOf(pid, 'VmHWM'),
    megabytes: () => memoryOf(pid, 'VmRSS'),
    async kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await ended;
    },
  };
}

function untilSaid(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (text) => {
      said += String(text);
      if (said.includes(words)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
  });
}

async function signIn(address: string): Promise<Record<string, string>> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(CLERK),
  });
  if (!answer.ok) throw new Error(`Signing in was refused: ${answer.status}`);
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { cookie, 'x-csrf-token': csrfToken };
}

function memoryOf(pid: number, what: 'VmHWM' | 'VmRSS'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1_024);
}
