import type { CalendarDate, Message } from '@inning/sdk';
import type { Instance } from './instance.model.ts';
import { type MoveRecord, stepId, type StepRecord } from './move.model.ts';

export type PersonDid = {
  readonly who: string;
  readonly today: CalendarDate;
  readonly at: Date;
  readonly because: Message;
  /** How the instance ended, when the person ended it. */
  readonly endedAs?: string;
  /** The step that the person let it leave, and by which outcome. */
  readonly passed?: Pick<StepRecord, 'nodeId' | 'type' | 'outcome'>;
};

/** The line in the path for what a person did; the instance has counted it already. */
export function personLine(after: Instance, did: PersonDid): MoveRecord {
  const { agencyId, creditorId, administrationId } = after;
  return {
    _id: stepId(after._id, after.stepCount),
    agencyId,
    creditorId,
    administrationId,
    instanceId: after._id,
    flowId: after.flowId,
    flowVersion: after.flowVersion,
    at: did.at,
    on: did.today,
    facts: null,
    by: did.who,
    steps: [stepOf(after, did)],
  };
}

function stepOf({ nodeId }: Instance, { because, endedAs, passed }: PersonDid): StepRecord {
  if (passed) return { kind: 'skipped', ...passed, because };
  const kind = endedAs === undefined ? 'intervened' : 'ended';
  return { kind, nodeId, type: 'person', outcome: endedAs ?? null, because };
}
