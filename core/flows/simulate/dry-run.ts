import { type CalendarDate, type Clock, type Message } from '@inning/sdk';
import { type Administration, administrations } from '../../domain/administrations/index.ts';
import type { Id, Scope, Store } from '../../store/index.ts';
import { advance } from '../engine/advance.ts';
import type { FlowLibrary } from '../engine/flow-library.ts';
import type { LoadFacts } from '../engine/load-facts.ts';
import { dayAt, instantAt } from '../engine/local-time.ts';
import type { Move, StepDraft } from '../engine/situation.ts';
import type { ClaimExpressions } from '../expressions/claim-expressions.ts';
import { type Instance, instances } from '../instances/instance.model.ts';
import { notingDesk } from './noting-desk.ts';

export type DryRunDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly library: FlowLibrary;
  readonly loadFacts: LoadFacts;
  readonly expressions: ClaimExpressions;
};

/** What would happen to one debtor today. */
export type DryRunLine = {
  readonly instanceId: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly debtorNumber: string;
  readonly flow: string;
  readonly nodeId: string;
  readonly event: StepDraft['kind'];
  readonly type: string;
  readonly outcome: string | null;
  readonly because: Message | null;
  readonly overdueCents: number;
};
export type DryRun = {
  readonly administrationId: string;
  readonly on: CalendarDate;
  readonly lines: readonly DryRunLine[];
};

const AT_ONCE = 500;
const END_OF_DAY = 23 * 60 + 59;

/** What the published flows would do today, with reasons; nothing is stored or sent. */
export function createDryRun(deps: DryRunDeps) {
  const administrationTable = deps.store.table(administrations);
  const instanceTable = deps.store.table(instances);

  return async (scope: Scope, administrationId?: Id): Promise<DryRun[]> => {
    const books = await administrationTable
      .in(scope)
      .find(administrationId ? { _id: administrationId } : {}, { sort: { name: 1 } });
    const runs: DryRun[] = [];
    for (const administration of books) runs.push(await runOne(scope, administration));
    return runs;
  };

  async function runOne(scope: Scope, administration: Administration): Promise<DryRun> {
    const now = deps.clock.now();
    const on = dayAt(now, administration.timeZone);
    const until = instantAt(on, END_OF_DAY, administration.timeZone);
    const due = await instanceTable.in(scope).find({
      administrationId: administration._id,
      isLive: true,
      state: 'running',
      wakeAt: { $lte: until },
    });
    const lines: DryRunLine[] = [];
    for (let from = 0; from < due.length; from += AT_ONCE) {
      lines.push(...(await decideSome(scope, due.slice(from, from + AT_ONCE), now)));
    }
    return { administrationId: String(administration._id), on, lines };
  }

  async function decideSome(scope: Scope, due: Instance[], now: Date): Promise<DryRunLine[]> {
    const factsOf = await deps.loadFacts(scope, due, now);
    const decided = await Promise.all(
      due.map(async (instance) => {
        const flow = await deps.library.version(instance.flowId, instance.flowVersion);
        const facts = factsOf(instance);
        if (!flow || !facts) return [];
        // A step planned for later today is shown as it will be then.
        const at = instance.wakeAt && instance.wakeAt > now ? instance.wakeAt : now;
        const { evaluate } = deps.expressions;
        const mail = notingDesk();
        const move = await advance({ flow, instance, facts, now: at, mail, evaluate });
        return linesOf(move, flow.slug, facts.debtor);
      }),
    );
    return decided.flat();
  }
}

function linesOf(
  { instance, steps, claim }: Move,
  flow: string,
  debtor: { name: string; number: string },
): DryRunLine[] {
  return steps.map(({ kind, nodeId, type, outcome, because }) => ({
    instanceId: String(instance._id),
    debtorId: String(instance.debtorId),
    debtorName: debtor.name,
    debtorNumber: debtor.number,
    flow,
    nodeId,
    event: kind,
    type,
    outcome,
    because,
    overdueCents: claim?.overdueCents ?? 0,
  }));
}
