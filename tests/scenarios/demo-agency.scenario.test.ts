import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isValidIBAN } from 'ibantools';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, buildApp } from '../../core/app.ts';
import { runCli } from '../../core/cli/cli.ts';
import { movableClock } from '../../core/clock.ts';
import { loadConfig } from '../../core/config/index.ts';
import { administrations } from '../../core/domain/administrations/index.ts';
import { agencies } from '../../core/domain/agencies/index.ts';
import { communications } from '../../core/domain/communications/index.ts';
import { debtors } from '../../core/domain/debtors/index.ts';
import { invoices } from '../../core/domain/invoices/index.ts';
import { tasks } from '../../core/domain/tasks/index.ts';
import { users } from '../../core/domain/users/index.ts';
import { outbox } from '../../core/events/index.ts';
import { flows, instances } from '../../core/flows/index.ts';
import { createLog } from '../../core/http/observe/log.ts';
import { demoSeeds } from '../../core/seed/demo-seed.model.ts';
import { seedDemo } from '../../core/seed/seed-demo.ts';
import { newId, openStore, systemScope } from '../../core/store/index.ts';
import { prepareDatabase } from '../../core/tables.ts';
import { testDatabase } from '../kit/database.ts';

const database = testDatabase();
const scope = systemScope('a test looks at everything');
/** A Tuesday, after the letters of the day. */
const NOW = new Date('2026-06-16T13:00:00Z');
const A_WHILE_MS = 240_000;

let folder: string;
let app: App;
let said: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inning-demo-agency-'));
  const config = { ...loadConfig({}), dataDir: folder, secret: 'x'.repeat(32) };
  const store = await openStore(database.uri);
  const log = createLog({ level: 'error' });
  app = await buildApp(
    { ...config, publicUrl: 'http://127.0.0.1:8080' },
    { clock: movableClock(NOW), store, log },
  );
  await prepareDatabase(store);
  await leaveBrokenOffTry();
  said = await seedDemo(app);
}, A_WHILE_MS);
afterAll(async () => {
  await app.close();
  await app.store.close();
  await rm(folder, { recursive: true, force: true });
});

/** As if an earlier start was killed while it was making the demo. */
const brokenOff = newId();
async function leaveBrokenOffTry() {
  const row = { agencyId: brokenOff, creditorId: newId(), name: 'Half', number: '110' };
  await app.store.table(administrations).in(scope).insert(row);
  await app.store.table(users).in(scope).insert({
    agencyId: brokenOff,
    email: 'marieke.verhoeven@debrug.example',
    name: 'Half',
    role: 'agency-employee',
    passwordHash: 'x',
  });
  await app.store
    .table(demoSeeds)
    .in(scope)
    .insert({ _id: 'demo', agencyId: brokenOff, until: new Date(0) } as never);
}

describe('the demo agency of a first start', () => {
  it('is as large as an agency that one can look around in', async () => {
    const count = (table: typeof debtors | typeof invoices) =>
      app.store
        .table(table as typeof debtors)
        .in(scope)
        .count();

    expect(await app.store.table(agencies).in(scope).count()).toBe(1);
    expect(await app.store.table(administrations).in(scope).count()).toBe(3);
    expect(await count(debtors)).toBeGreaterThan(280);
    expect(await count(invoices)).toBeGreaterThan(900);
    expect(await app.store.table(tasks).in(scope).count({ state: 'open' })).toBeGreaterThan(3);
  });

  it('has every standard flow at work, chosen by how debtors paid', async () => {
    const all = await app.store.table(flows).in(scope).find();
    for (const { slug, _id } of all) {
      const running = await app.store
        .table(instances)
        .in(scope)
        .count({ flowId: _id, isLive: true });
      expect({ slug, isUsed: running > 0 }).toEqual({ slug, isUsed: true });
    }
    expect(all.map(({ slug }) => slug).sort()).toEqual(['friendly', 'neutral', 'strict']);
    for (const kind of ['steady', 'fluctuating', 'erratic', 'unknown'] as const) {
      const like = { 'behaviour.class': kind } as never;
      expect(await app.store.table(debtors).in(scope).count(like)).toBeGreaterThan(10);
    }
  });

  it('sent its letters over the weeks, none on a Sunday, and no crowd of them on any day', async () => {
    const letters = await app.store.table(communications).in(scope).find({ state: 'sent' });
    const byDay = Map.groupBy(letters, (letter) => letter.sentOn ?? '');

    expect(letters.length).toBeGreaterThan(100);
    expect(Math.max(...[...byDay.values()].map((its) => its.length))).toBeLessThan(30);
    const sundays = [...byDay.keys()].filter((day) => new Date(day).getUTCDay() === 0);
    expect(sundays).toEqual([]);
    expect([...byDay.keys()].some((day) => day > '2026-06-16')).toBe(false);
  });

  it('has nothing left to do that belongs to the past', async () => {
    const waiting = await app.store.table(outbox).in(scope).count({ isWaiting: true });
    const late = await app.store
      .table(instances)
      .in(scope)
      .count({ isLive: true, wakeAt: { $lte: NOW } });

    expect({ waiting, late }).toEqual({ waiting: 0, late: 0 });
    const stuck = await app.store.table(instances).in(scope).count({ state: 'stuck' });
    expect(stuck).toBe(0);
  });

  it('keeps ledger and invoices in step', async () => {
    expect(await app.rooms.ledger.compareCaches(scope)).toMatchObject({ differenceCount: 0 });
  });

  it('invents account numbers that pass their checks, and addresses that nobody has', async () => {
    const people = await app.store.table(debtors).in(scope).find();
    const books = await app.store.table(administrations).in(scope).find();
    const ibans = [...people.flatMap((one) => one.ibans), ...books.map((one) => one.iban ?? '')];

    expect(ibans.filter((iban) => !isValidIBAN(iban))).toEqual([]);
    expect(people.filter(({ email }) => email && !email.endsWith('.example'))).toEqual([]);
    expect(people.filter(({ email }) => !email).length).toBeGreaterThan(5);
    expect(people.filter(({ language }) => language === 'en').length).toBeGreaterThan(5);
  });

  it('lets in the people that it names, in every role', async () => {
    const password = /Password of all of them: (\S+)/.exec(said.join('\n'))?.[1] ?? '';
    const emails = said.flatMap((line) => /\S+@\S+/.exec(line) ?? []);

    expect(emails).toHaveLength(8);
    for (const email of emails) {
      expect(await app.rooms.users.verify(email, password)).not.toBeNull();
    }
    const all = await app.store.table(users).in(scope).find();
    expect(new Set(all.map(({ role }) => role)).size).toBe(7);
  });

  it('took away what an earlier try had left, and is not made twice', async () => {
    const left = await app.store.table(administrations).in(scope).count({ agencyId: brokenOff });

    expect(left).toBe(0);
    expect(await seedDemo(app)).toEqual([]);
    expect(await app.store.table(demoSeeds).in(scope).count()).toBe(0);
  });
});

describe('the commands on it', () => {
  async function inning(...args: string[]) {
    const out: string[] = [];
    const err: string[] = [];
    const io = {
      out: (line: string) => void out.push(line),
      err: (line: string) => void err.push(line),
      env: { MONGODB_URI: database.uri, INNING_DATA_DIR: folder },
      cwd: folder,
    };
    const exitCode = await runCli(args, io);
    return { exitCode, out, err: err.join('\n') };
  }

  it('list the flows with how many walk in them, and show one with where they stand', async () => {
    const { exitCode, out } = await inning('flow', 'list', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(out[0] ?? '')).toMatchObject([
      { slug: 'friendly', version: 1 },
      { slug: 'neutral', version: 1 },
      { slug: 'strict', version: 1 },
    ]);

    const shown = await inning('flow', 'show', 'strict', '--lang', 'en');
    expect(shown.out.join('\n')).toContain(
      'the latest of: due date + 7 days and invoice date + 30 days',
    );
    expect(shown.out.join('\n')).toContain('here now');
    expect(await inning('flow', 'show', 'strict', '--version', '9')).toMatchObject({ exitCode: 3 });
    expect(await inning('flow', 'show', 'none')).toMatchObject({
      exitCode: 3,
      err: 'There is no flow none. There are: friendly, neutral, strict.',
    });
  });

  it('tell what would happen today, and change nothing', async () => {
    const before = await app.store.table(communications).in(scope).count();

    const { exitCode, out } = await inning('dry-run', '--json');
    expect(exitCode).toBe(0);
    const runs = JSON.parse(out[0] ?? '') as { administration: object; lines: object[] }[];
    expect(runs.map(({ administration }) => administration)).toMatchObject([
      { name: 'Meridiaan Zakelijk' },
      { name: 'Van Dalen Installatie' },
      { name: 'Van Dalen Onderhoud' },
    ]);
    expect(runs.flatMap(({ lines }) => lines).length).toBeGreaterThan(0);
    const one = await inning('dry-run', '--administration', '210');
    expect(one.out[0]).toContain('Meridiaan Zakelijk (210)');
    expect(await app.store.table(communications).in(scope).count()).toBe(before);
  });

  it('let one debtor walk through the days to come, also in another flow and with money', async () => {
    const strict = await app.store.table(flows).in(scope).find({ slug: 'strict' });
    const treated = await app.store
      .table(instances)
      .in(scope)
      .find({ isLive: true, flowId: { $in: strict.map(({ _id }) => _id) } });
    const open = await app.store
      .table(invoices)
      .in(scope)
      .findOne({
        openCents: { $gt: 0 },
        disputedAt: null,
        dueOn: { $lt: '2026-05-01' },
        debtorId: { $nin: treated.map(({ debtorId }) => debtorId) },
      });
    const debtor = await app.store
      .table(debtors)
      .in(scope)
      .byId(open?.debtorId ?? newId());
    const number = debtor?.number ?? '';

    const walk = await inning('simulate', number, '--flow', 'strict', '--days', '60', '--json');
    const lines = walk.out.map((line) => JSON.parse(line) as Record<string, string>);
    expect(lines[0]).toMatchObject({ debtor: debtor?.name, flow: 'strict', event: 'started' });
    const paid = await inning('simulate', number, '--days', '60', '--pay', '3:99999999');
    expect(paid.out.at(-1)).toContain('Alles is betaald');
    expect(await inning('simulate', '99')).toMatchObject({ exitCode: 3 });
    expect(await inning('simulate', number, '--pay', 'soon')).toMatchObject({ exitCode: 2 });
  });
});
