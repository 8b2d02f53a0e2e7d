import { type CalendarDate, message } from '@inning/sdk';
import type { AutomaticTask } from '../../domain/tasks/index.ts';
import type { AdministrationKey, Id } from '../../store/index.ts';

/** Nobody follows this debtor up, since no flow is chosen (FLOW-11): a person should know, once. */
export function noFlowTask(
  place: AdministrationKey,
  debtorId: Id,
  today: CalendarDate,
): AutomaticTask {
  const { agencyId, creditorId, administrationId } = place;
  return {
    agencyId,
    creditorId,
    administrationId,
    key: `no-flow:${debtorId.toHexString()}`,
    kind: 'no-flow',
    title: 'task.no-flow',
    because: message('task.no-flow'),
    debtorId,
    dueOn: today,
  };
}
