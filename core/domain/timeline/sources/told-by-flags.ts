import { message } from '@inning/sdk';
import { debtors } from '../../debtors/index.ts';
import { entry, type OwnSource } from '../timeline-entry.ts';

/** Circumstances that were noted of the debtor, and that were cleared: who, and why. */
export const toldByFlags: OwnSource = (store) => ({
  async entries(scope, debtorId) {
    const debtor = await store
      .table(debtors)
      .in(scope)
      .byId(debtorId, { fields: ['flags'] });
    return (debtor?.flags ?? []).flatMap((one, index) => {
      const { flag, setAt, setBy, reason, clearedAt, clearedBy, clearReason } = one;
      const id = `flag:${index}`;
      const said = message(`timeline.flag-${flag}`, { reason });
      const set = entry(id, 'flag', { at: setAt, said, by: setBy });
      if (!clearedAt) return [set];
      const over = message(`timeline.flag-${flag}-over`, { reason: clearReason ?? null });
      const about = { at: clearedAt, said: over, by: clearedBy ?? null };
      return [set, entry(`${id}:over`, 'flag', about)];
    });
  },
});
