import { addDays, cents } from '@inning/sdk';
import { debtors } from '../../../core/domain/debtors/index.ts';
import type { Id } from '../../../core/store/index.ts';
import type { FlowWorld } from '../../kit/flow-world.ts';
import {
  afterDue,
  afterStep,
  call,
  costs,
  flowOf,
  mail,
  pauseFor,
  split,
  switchTo,
  task,
  together,
  when,
} from './flow-of.ts';

/** Debtors of many kinds in flows of many kinds, most of them overdue in March 2026. */
export async function manyDebtors(world: FlowWorld, count: number): Promise<Id[]> {
  const own = {
    // For what the engine does, not for what the law allows.
    mixed: flowOf(
      world,
      {
        'is-large': when('claim.openCents > 10000', { no: 'wait-small' }),
        'all-at-once': together(mail(), task('Look at it'), costs('announced')),
        rest: pauseFor(5),
        claim: costs('claimable'),
        'wait-small': afterStep(3),
        'mail-2': mail('second-reminder'),
        call: call('Call'),
      },
      { country: 'ZZ' },
    ),
    each: flowOf(
      world,
      { 'wait-1': afterDue(14), 'mail-1': mail(), 'wait-2': afterDue(21), 'mail-2': mail() },
      { subject: 'invoice', settings: { maxContacts: { count: 2, days: 7 }, sendAt: '21:00' } },
    ),
    router: flowOf(world, {
      which: split({ unknown: 'to-strict', steady: 'to-strict' }),
      'to-strict': switchTo('strict', 'reset'),
    }),
  };
  const flows: Id[] = [...world.flowIds.values()];
  for (const [slug, document] of Object.entries(own)) {
    flows.push(await world.publish(slug, document));
  }
  const made: Id[] = [];
  for (let index = 0; index < count; index += 1) {
    made.push(await oneDebtor(world, index, flows[index % flows.length] ?? null));
  }
  return made;
}

async function oneDebtor(world: FlowWorld, index: number, flowId: Id | null): Promise<Id> {
  const email = index % 5 === 4 ? null : `debtor-${index}@example.nl`;
  const { _id } = await world.given.debtor({ email });
  const table = world.store.table(debtors).in(world.scope);
  await table.updateOne({ _id }, { $set: { flowId } });
  // Due days are spread over a month.
  const dueOn = addDays('2026-02-24', (index * 7) % 31);
  const totalCents = cents(5_000 + index * 700);
  await world.given.invoice({ debtorId: _id, totalCents, invoicedOn: addDays(dueOn, -30), dueOn });
  const later = addDays(dueOn, 2);
  await world.given.invoice({ debtorId: _id, totalCents, invoicedOn: dueOn, dueOn: later });
  return _id;
}
