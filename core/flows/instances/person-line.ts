import type { CalendarDate, Message } from '@inning/sdk';
import type { Instance } from './instance.model.ts';
import { type Step, stepId } from './step.model.ts';

export type PersonDid = {
  readonly who: string;
  readonly today: CalendarDate;
  readonly at: Date;
  readonly because: Message;
};

/** The line in the path for what a person did; the instance has counted it already. */
export function personLine(after: Instance, { who, today, at, because }: PersonDid): Step {
  const { agencyId, creditorId, administrationId } = after;
  return {
    _id: stepId(after._id, after.stepCount),
    agencyId,
    creditorId,
    administrationId,
    instanceId: after._id,
    kind: 'intervened',
    nodeId: after.nodeId,
    type: 'person',
    outcome: null,
    at,
    on: today,
    because,
    facts: null,
    communicationId: null,
    output: null,
    by: who,
  };
}
