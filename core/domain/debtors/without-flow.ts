import type { BehaviourClass } from '@inning/sdk';
import type { Filter, Id, Scope } from '../../store/index.ts';
import type { Administration } from '../administrations/index.ts';
import type { Debtor } from './debtor.model.ts';

type Books = Pick<Administration, '_id' | 'flowChoice'>;
/** Which of these flows nobody can walk in, since they were never published; the engine knows. */
export type FindIdleFlows = (scope: Scope, flowIds: readonly Id[]) => Promise<readonly Id[]>;

const CLASSES: readonly BehaviourClass[] = ['steady', 'unknown', 'fluctuating', 'erratic'];

/**
 * Debtors whom no flow treats: none is chosen for them apart, and their administration has none for who
 * pays like them, or one that was never published (FLOW-11). Null when every administration has a flow for
 * everybody.
 */
export function withoutFlow(
  books: readonly Books[],
  idleFlows: readonly Id[],
): Filter<Debtor> | null {
  const idle = new Set(idleFlows.map((id) => id.toHexString()));
  const lacking = books.flatMap(({ _id, flowChoice }) => {
    const classes = CLASSES.filter((kind) => {
      const flowId = flowChoice?.[kind];
      return !flowId || idle.has(flowId.toHexString());
    });
    return classes.length > 0
      ? [{ administrationId: _id, 'behaviour.class': { $in: classes } }]
      : [];
  });
  return lacking.length > 0 ? ({ flowId: null, $or: lacking } as Filter<Debtor>) : null;
}

/** Every flow that is chosen in these administrations, once. */
export function chosenFlows(books: readonly Books[]): Id[] {
  const chosen = books.flatMap(({ flowChoice }) => CLASSES.map((kind) => flowChoice?.[kind]));
  const known = new Map(chosen.flatMap((id) => (id ? [[id.toHexString(), id] as const] : [])));
  return [...known.values()];
}
