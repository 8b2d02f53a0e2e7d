import type { CompiledFlow } from '../engine/drawings/index.ts';
import type { Instance } from '../instances/instance.model.ts';
import type { NodeMap } from './propose-map.ts';

export type CarryOver = {
  readonly flow: CompiledFlow;
  readonly map: NodeMap;
  readonly now: Date;
  /** Steps of the old version that sent a letter of this instance. */
  readonly sentNodes: readonly string[];
};

/**
 * The instance as it stands in the other version, looked at anew at once; null when the map leads
 * nowhere. Its visit goes up: what it does from here on has keys of its own.
 */
export function carryOver(instance: Instance, to: CarryOver): Instance | null {
  const { flow, map, now } = to;
  const nodeId = targetOf(map, instance.nodeId);
  if (nodeId === null || !flow.document.nodes[nodeId]) return null;
  const isHeld = instance.state === 'held';
  const staysInWait = nodeId === instance.nodeId;
  return {
    ...instance,
    flowVersion: flow.version,
    nodeId,
    visit: instance.visit + 1,
    state: isHeld ? 'held' : 'running',
    wakeAt: isHeld ? null : now,
    // A day that was planned is planned again; it was not missed.
    plannedOn: null,
    waiting: isHeld ? instance.waiting : null,
    gate: null,
    attempts: 0,
    stepDays: renamed(instance.stepDays as Readonly<Record<string, string>>, map),
    deviation: staysInWait ? instance.deviation : null,
    shiftDays: staysInWait ? instance.shiftDays : 0,
    sentNodes: [...new Set([...instance.sentNodes, ...to.sentNodes].map((id) => map[id] ?? id))],
  };
}

const targetOf = (map: NodeMap, id: string): string | null =>
  Object.hasOwn(map, id) ? (map[id] ?? null) : null;

function renamed<T>(days: Readonly<Record<string, T>>, map: NodeMap): Record<string, T> {
  return Object.fromEntries(
    Object.entries(days).map(([id, day]): [string, T] => [targetOf(map, id) ?? id, day]),
  );
}
