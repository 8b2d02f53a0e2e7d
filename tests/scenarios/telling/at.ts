import { addDays, type CalendarDate } from '@inning/sdk';
import { instantAt, minutesOf } from '../../../core/time/index.ts';
import type { FlowWorld } from '../../kit/flow-world.ts';

type Moment = { readonly time?: string; readonly zone?: string };

/** Moves the clock to a moment, looks for what came due and does all of it. Days between never happened. */
export async function at(
  world: FlowWorld,
  day: CalendarDate,
  { time = '09:00', zone = 'Europe/Amsterdam' }: Moment = {},
): Promise<void> {
  world.clock.moveTo(instantAt(day, minutesOf(time), zone));
  await world.flows.startDue(world.clock.now());
  await world.work();
}

/** Every day from one to another, both included, at nine in the morning. */
export async function through(
  world: FlowWorld,
  from: CalendarDate,
  to: CalendarDate,
): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1)) await at(world, day);
}
