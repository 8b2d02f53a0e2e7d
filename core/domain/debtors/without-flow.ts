import type { BehaviourClass } from '@inning/sdk';
import type { Filter } from '../../store/index.ts';
import type { Administration } from '../administrations/index.ts';
import type { Debtor } from './debtor.model.ts';

const CLASSES: readonly BehaviourClass[] = ['steady', 'unknown', 'fluctuating', 'erratic'];

/**
 * Debtors whom no flow treats: none is chosen for them apart, and their administration has none for who
 * pays like them (FLOW-11). Null when every administration has a flow for everybody.
 */
export function withoutFlow(
  books: readonly Pick<Administration, '_id' | 'flowChoice'>[],
): Filter<Debtor> | null {
  const lacking = books.flatMap(({ _id, flowChoice }) => {
    const classes = CLASSES.filter((kind) => !flowChoice?.[kind]);
    return classes.length > 0
      ? [{ administrationId: _id, 'behaviour.class': { $in: classes } }]
      : [];
  });
  return lacking.length > 0 ? ({ flowId: null, $or: lacking } as Filter<Debtor>) : null;
}
