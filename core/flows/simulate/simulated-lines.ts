import type { CalendarDate, Message } from '@inning/sdk';
import type { FlowLibrary } from '../engine/drawings/index.ts';
import { type BranchValue, valuesAtBranch } from './values-at-branch.ts';
import type { Tried } from './trial.ts';

export type SimulatedLine = {
  readonly on: CalendarDate;
  readonly at: Date;
  /** The flow it happens in; another one once the debtor was switched. */
  readonly flow: string;
  readonly nodeId: string;
  readonly type: string;
  readonly event: string;
  readonly outcome: string | null;
  readonly because: Message | null;
  readonly openCents: number;
  readonly overdueCents: number;
  /** What a condition looked at: fields of the claim with their values then. */
  readonly values: Readonly<Record<string, BranchValue>>;
  /** The letter that would be sent. */
  readonly letterId: string | null;
};

/** What would happen, a line for each step. */
export function createLineTeller(library: FlowLibrary) {
  return async (tried: readonly Tried[]): Promise<SimulatedLine[]> => {
    const told = await Promise.all(tried.map(linesOf));
    return told.flat();
  };

  async function linesOf({ move, at }: Tried): Promise<SimulatedLine[]> {
    const { instance, steps, today, claim } = move;
    const flow = await library.version(instance.flowId, instance.flowVersion);
    return steps.map(({ kind, nodeId, type, outcome, because, communicationId }) => ({
      on: today,
      at,
      flow: flow?.slug ?? '–',
      nodeId,
      type,
      event: kind,
      outcome,
      because,
      openCents: claim?.openCents ?? 0,
      overdueCents: claim?.overdueCents ?? 0,
      values: valuesAtBranch(flow?.node(nodeId) ?? null, claim),
      letterId: communicationId,
    }));
  }
}
