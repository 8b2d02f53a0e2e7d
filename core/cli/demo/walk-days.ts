import { addDays, type CalendarDate } from '@inning/sdk';
import { debtors } from '../../domain/debtors/index.ts';
import { at, passTime, settle } from '../../seed/pass-time.ts';
import { commandScope } from '../find-books.ts';
import type { DemoWorld } from './demo-world.ts';
import type { DatedStatement } from './files/read-statements.ts';

/** In the morning, before letters leave: whoever paid is not reminded on the same day. */
const BANK_HOUR = 8;

export type Walk = {
  readonly startOn: CalendarDate;
  readonly days: number;
  readonly statements: readonly DatedStatement[];
  /** Called whenever a day is over, and once after what was there before the first day. */
  readonly onDay: () => Promise<void>;
};

/** Lets the days pass; each bank statement is read on its closing date. Returns how many were read. */
export async function walkDays(world: DemoWorld, walk: Walk): Promise<number> {
  const { startOn, days, statements } = walk;
  const isEarlier = ({ on }: DatedStatement) => on === null || on < startOn;
  for (const one of statements.filter(isEarlier)) await receive(world, one);
  // Known before anything is decided: how each debtor paid until now.
  await refreshBehaviour(world);
  await walk.onDay();

  const lastOn = addDays(startOn, days);
  for (let day = startOn; day <= lastOn; day = addDays(day, 1)) {
    if (day > startOn) await passTime(world, at(day, BANK_HOUR));
    for (const one of statements.filter(({ on }) => on === day)) await receive(world, one);
    await settle(world);
    await passTime(world, at(day, 23, 59));
    await walk.onDay();
  }
  return statements.filter((one) => isEarlier(one) || (one.on ?? '') <= lastOn).length;
}

async function receive({ app, books }: DemoWorld, { statement }: DatedStatement): Promise<void> {
  await app.rooms.statements.receive(commandScope, books._id, [statement]);
}

async function refreshBehaviour({ app }: DemoWorld): Promise<void> {
  const everybody = await app.store
    .table(debtors)
    .in(commandScope)
    .find({}, { fields: ['_id'] });
  const ids = everybody.map((debtor) => debtor._id);
  await app.rooms.debtors.refreshBehaviour(commandScope, ids);
}
