import type { Instance } from './instance.model.ts';

/** The event that tells listeners and live screens where an instance stands now. */
export function movedEvent(instance: Instance) {
  const move = {
    instanceId: String(instance._id),
    debtorId: String(instance.debtorId),
    flowId: String(instance.flowId),
    version: instance.flowVersion,
    nodeId: instance.nodeId,
    state: instance.state,
    endedAs: instance.endedAs,
  };
  return { name: 'flow.moved' as const, place: instance, data: { moves: [move] } };
}
