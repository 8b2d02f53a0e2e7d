import type { CalendarDate } from '@inning/sdk';
import { type Administration, administrations } from '../../domain/administrations/index.ts';
import { type Invoice, invoices } from '../../domain/invoices/index.ts';
import type { Id, Scope } from '../../store/index.ts';
import { dayAt } from '../engine/local-time.ts';
import { scanMark, sinceMark } from './scan-mark.ts';
import { createDebtorStarter, type StartDeps } from './start-debtors.ts';

export type StartFor = {
  readonly administrationId?: Id;
  readonly debtorIds?: readonly Id[];
};

const DEBTORS_AT_ONCE = 1_000;

/**
 * Starts flows for overdue invoices that nothing treats yet. Repeating it starts nothing twice: a
 * subject has at most one live instance, by a unique index.
 */
export function createOverdueStarter(deps: StartDeps) {
  const books = deps.store.table(administrations);
  const open = deps.store.table(invoices);
  const startDebtors = createDebtorStarter(deps);

  return async (scope: Scope, which: StartFor, now: Date): Promise<number> => {
    const { administrationId } = which;
    const found = await books.in(scope).find(administrationId ? { _id: administrationId } : {});
    let started = 0;
    for (const administration of found) {
      started += which.debtorIds
        ? await startAmong(scope, administration, { now, debtorId: { $in: [...which.debtorIds] } })
        : await lookThrough(scope, administration, now);
    }
    return started;
  };

  /** The daily look: only at what came due since the last one. */
  async function lookThrough(scope: Scope, administration: Administration, now: Date) {
    const mark = scanMark(administration, dayAt(now, administration.timeZone));
    const since = sinceMark(administration.scannedThrough, mark);
    const started = await startAmong(scope, administration, { now, since });
    const scannedThrough = `${mark.choice} ${mark.on}`;
    const { _id } = administration;
    await books.in(scope).updateOne({ _id }, { $set: { scannedThrough } });
    return started;
  }

  type Among = {
    readonly now: Date;
    readonly since?: CalendarDate | null;
    readonly debtorId?: { readonly $in: Id[] };
  };

  async function startAmong(scope: Scope, administration: Administration, among: Among) {
    const { now, since, debtorId } = among;
    const today = dayAt(now, administration.timeZone);
    const overdue: Invoice[] = await open.in(scope).find(
      {
        administrationId: administration._id,
        openCents: { $gt: 0 },
        dueOn: since ? { $lt: today, $gte: since } : { $lt: today },
        disputedAt: null,
        handedOverAt: null,
        ...(debtorId ? { debtorId } : {}),
      },
      { fields: ['debtorId', 'dueOn'] },
    );
    const groups = [...Map.groupBy(overdue, (one) => one.debtorId.toHexString()).values()];
    let started = 0;
    for (let from = 0; from < groups.length; from += DEBTORS_AT_ONCE) {
      const some = groups.slice(from, from + DEBTORS_AT_ONCE);
      started += await startDebtors(scope, administration, { overdue: some, today, now });
    }
    return started;
  }
}
