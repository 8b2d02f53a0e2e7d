import { addDays, weekday } from '@inning/sdk';
import { type App, buildApp } from '../app.ts';
import { movableClock } from '../clock.ts';
import { type Id, newId, systemScope } from '../store/index.ts';
import { DEMO_AGENCY, makeBooks, type MadeBooks } from './agency/make-agency.ts';
import { makeUsers, type SignIn } from './agency/demo-users.ts';
import { claimSeed } from './claim-seed.ts';
import { clearSeed } from './clear-seed.ts';
import { at, dayOf, type VirtualApp } from './pass-time.ts';
import { type Random, seededRandom } from './random.ts';
import { planIncidents } from './story/incidents.ts';
import { planBooks } from './story/plan-books.ts';
import type { Days } from './story/planned.ts';
import type { LivingBooks } from './story/story.ts';
import { meetDebtors, passDays, takeOver } from './story/tell-story.ts';

const SEED = 20_260_302;
/** For so long the agency has worked for its creditors. */
const WEEKS = 8;

/**
 * Fills an empty installation with an agency that has a past: invoices, payments, letters that were
 * sent, calls that were made. The agency itself is written last, so that a try that is broken off
 * leaves an installation without one, and the next start begins again. Returns what to tell whoever
 * started it; nothing when another process did this.
 */
export async function seedDemo(app: App): Promise<readonly string[]> {
  const agencyId = newId();
  const claim = await claimSeed(app, agencyId);
  if (!claim) return [];
  try {
    if (claim.brokenOff) await clearSeed(app, claim.brokenOff);
    const books = await tellPast(app, agencyId);
    const people = await makeUsers(app, agencyId, books);
    const scope = systemScope('the demo agency is the first one here');
    await app.rooms.agencies.create(scope, { _id: agencyId, ...DEMO_AGENCY });
    await claim.done();
    return sayPeople(people);
  } catch (error) {
    await claim.letGo();
    throw error;
  }
}

async function tellPast(app: App, agencyId: Id): Promise<readonly MadeBooks[]> {
  const now = app.clock.now();
  const days = daysUntil(dayOf(now));
  const clock = movableClock(at(days.takeoverOn, 0));
  const log = app.log.child({ part: 'demo' }, { level: 'error' });
  const virtual = await buildApp(app.config, { ...app, clock, log });
  try {
    const world = { app: virtual, clock };
    const random = seededRandom(SEED);
    const books = await openBooks(world, { agencyId, random, days });
    const incidents = planIncidents(random, books, days.today);
    const story = { world, books, days, random, incidents };
    await takeOver(story);
    await passDays(story, now);
    return books;
  } finally {
    await virtual.close();
  }
}

async function openBooks(
  world: VirtualApp,
  of: { readonly agencyId: Id; readonly random: Random; readonly days: Days },
): Promise<LivingBooks[]> {
  const living: LivingBooks[] = [];
  for (const made of await makeBooks(world.app, of.agencyId)) {
    const plan = planBooks(of.random, made.demo.shop, of.days);
    living.push({ ...made, plan, debtorIds: await meetDebtors(world, made, plan) });
  }
  return living;
}

function daysUntil(today: string): Days {
  const about = addDays(today, -7 * WEEKS);
  return { today, takeoverOn: addDays(about, 1 - weekday(about)) };
}

function sayPeople(people: readonly SignIn[]): string[] {
  const width = Math.max(...people.map(({ email }) => email.length)) + 2;
  const lines = people.map(({ email, name, what }) => `  ${email.padEnd(width)}${name}, ${what}`);
  return [
    `This installation holds an invented agency, ${DEMO_AGENCY.name}. Sign in as one of these:`,
    ...lines,
    `  Password of all of them: ${people[0]?.password ?? ''}`,
  ];
}
