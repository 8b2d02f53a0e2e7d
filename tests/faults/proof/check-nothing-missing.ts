import type { Instance } from '../../../core/flows/index.ts';
import type { Outcome } from './read-outcome.ts';
import { repeated } from './check-letters.ts';

/** Problems in where everything stands at the end of a run of so many debtors. */
export function checkNothingMissing(outcome: Outcome, debtorCount: number): string[] {
  const { instances, tasks, events } = outcome;
  const followed = new Set(instances.map((one) => String(one.debtorId)));
  const waiting = events.filter((one) => one.isWaiting || one.failedAt);
  return [
    ...(followed.size === debtorCount ? [] : [`${followed.size} of ${debtorCount} were begun`]),
    ...repeated(instances.map((one) => String(one.debtorId))).map((id) => `${id} was begun twice`),
    ...repeated(
      tasks.map((one) => `${one.instanceId} ${one.kind} ${one.title} ${one.communicationId}`),
    ),
    ...waiting.map((one) => `the event ${one.name} was not passed on`),
    ...instances.flatMap((instance) => checkEnd(instance, outcome)),
  ];
}

function checkEnd(instance: Instance, { letters, invoices, steps }: Outcome): string[] {
  const { state, endedAs, nodeId } = instance;
  const says = `${instance._id} is ${state} ${endedAs ?? ''} at ${nodeId}`;
  const its = letters.filter((one) => instance._id.equals(one.instanceId ?? undefined));
  if (state === 'stuck') {
    const key = `${instance._id.toHexString()}:${instance.visit}`;
    const isAmbiguous = its.some((one) => one.key === key && one.state === 'ambiguous');
    return isAmbiguous
      ? []
      : [`${says}, without an ambiguous letter: ${JSON.stringify(instance.waiting)}`];
  }
  if (endedAs === 'paid') {
    const isOpen = invoices.some(
      (one) => one.debtorId.equals(instance.debtorId) && one.openCents > 0,
    );
    return isOpen ? [`${says}, but owes`] : [];
  }
  const called = steps.some((one) => one.instanceId.equals(instance._id) && one.nodeId === 'call');
  return state === 'ended' && nodeId === 'end' && called ? [] : [says];
}
