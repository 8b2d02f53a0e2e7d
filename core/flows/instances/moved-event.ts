import type { NewEvent } from '../../events/index.ts';
import type { Instance } from './instance.model.ts';

/** The event that tells listeners and live screens where an instance stands now. */
export const movedEvent = (instance: Instance): NewEvent<'flow.moved'> => ({
  name: 'flow.moved',
  place: instance,
  data: { moves: [moveOf(instance)] },
});

/** The same for many at once: one event for each administration. */
export function movedEvents(some: readonly Instance[]): NewEvent<'flow.moved'>[] {
  const places = Map.groupBy(some, ({ administrationId }) => String(administrationId));
  return [...places.values()].flatMap((its) => {
    const [place] = its;
    return place ? [{ name: 'flow.moved', place, data: { moves: its.map(moveOf) } } as const] : [];
  });
}

const moveOf = (instance: Instance) => ({
  instanceId: String(instance._id),
  debtorId: String(instance.debtorId),
  flowId: String(instance.flowId),
  version: instance.flowVersion,
  nodeId: instance.nodeId,
  state: instance.state,
  endedAs: instance.endedAs,
});
