import { type Administration, administrations } from '../../domain/administrations/index.ts';
import { type Id, type Scope } from '../../store/index.ts';
import { dayAt } from '../../time/index.ts';
import { type BeginDeps, createBeginning } from './begin-instances.ts';
import { type Among, type Beginnings, createBeginningFinder } from './find-beginnings.ts';
import { noFlowTask } from './no-flow-task.ts';
import { scanMark, sinceMark } from './scan-mark.ts';

export type StartFor = {
  readonly administrationId?: Id;
  readonly debtorIds?: readonly Id[];
};

/**
 * Starts flows for overdue invoices that nothing treats yet. Repeating it starts nothing twice: a
 * subject has at most one live instance, by a unique index. Debtors for whom no flow is chosen get a
 * task instead.
 */
export function createOverdueStarter(deps: BeginDeps) {
  const { store, tasks } = deps;
  const books = store.table(administrations);
  const find = createBeginningFinder(deps);
  const begin = createBeginning(deps);

  return async (scope: Scope, which: StartFor, now: Date): Promise<number> => {
    const { administrationId, debtorIds } = which;
    const found = await books.in(scope).find(administrationId ? { _id: administrationId } : {});
    let started = 0;
    for (const administration of found) {
      started += debtorIds
        ? await startAmong(scope, administration, { now, debtorIds })
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

  async function startAmong(scope: Scope, administration: Administration, among: Among) {
    let started = 0;
    for await (const { made, without } of find(scope, administration, among)) {
      await noteWithoutFlow(scope, administration, { without, now: among.now });
      await begin(made, among.now);
      started += made.length;
    }
    return started;
  }

  type Without = Pick<Beginnings, 'without'> & { readonly now: Date };

  async function noteWithoutFlow(
    scope: Scope,
    { agencyId, creditorId, _id: administrationId, timeZone }: Administration,
    { without, now }: Without,
  ): Promise<void> {
    if (without.length === 0) return;
    const place = { agencyId, creditorId, administrationId };
    const today = dayAt(now, timeZone);
    const wanted = without.map((debtor) => noFlowTask(place, debtor._id, today));
    await store.transaction((session) => tasks.ensure(scope, session, wanted));
  }
}
