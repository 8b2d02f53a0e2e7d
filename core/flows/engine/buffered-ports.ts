import { type Claim, type CostState, type Message, message, type NodePorts } from '@inning/sdk';
import { FlowNotFoundError, FlowSwitchLoopError } from '../flows.errors.ts';
import { switchesOn } from './start-switched.ts';
import type { Walk } from './walk.ts';

/** What an action asked for while it ran; applied to the walk when it ended well. */
export type Wishes = {
  ending: { readonly as: string; readonly because: Message } | null;
  communicationId: string | null;
  readonly lettersSent: string[];
};

/**
 * The ports an action sees. All but `mail` only note an effect, written later together with the
 * step; `mail` goes through the desk of the situation. Keys derive from the visit and the order of
 * the calls, so that an action that is run again asks for the same things under the same names.
 */
export function bufferedPorts(walk: Walk, stepKey: string, nodeId: string): [NodePorts, Wishes] {
  const wishes: Wishes = { ending: null, communicationId: null, lettersSent: [] };
  let calls = 0;
  const nextKey = () => (calls++ === 0 ? stepKey : `${stepKey}~${calls}`);

  const ports: NodePorts = {
    mail: {
      async send(letter) {
        const { instance, mail, facts } = walk.situation;
        const { claim, today } = walk;
        const key = nextKey();
        facts.contacts.push({ on: today, key });
        const answer = await mail({ instance, key, nodeId, claim, facts, today, letter });
        if ('communicationId' in answer) {
          wishes.communicationId = answer.communicationId;
          wishes.lettersSent.push(answer.communicationId);
        }
        return answer;
      },
    },
    tasks: {
      async create({ kind, title, note, dueOn }) {
        const taskKey = nextKey();
        const task = { kind, title, note: note ?? null, dueOn: dueOn ?? walk.today, because: null };
        walk.effects.push({ kind: 'create-task', key: taskKey, task });
        return { taskId: taskKey };
      },
    },
    costs: {
      async announce() {
        const invoiceIds = overdueIn(walk.claim, 'none');
        walk.effects.push({ kind: 'announce-costs', invoiceIds });
        walk.claim = withCostState(walk.claim, invoiceIds, 'announced');
        return { invoiceCount: invoiceIds.length };
      },
      async makeClaimable() {
        const invoiceIds = overdueIn(walk.claim, 'announced');
        walk.effects.push({ kind: 'make-costs-claimable', invoiceIds });
        walk.claim = withCostState(walk.claim, invoiceIds, 'claimable');
        return { invoiceCount: invoiceIds.length };
      },
    },
    debtor: {
      async pause(until, reason) {
        walk.effects.push({ kind: 'pause-debtor', until, reason });
        walk.pause = { until, reason };
      },
    },
    flow: {
      async stop(reason) {
        wishes.ending = { as: 'stopped', because: reason };
      },
      async switchTo(flow, mode) {
        await assertMaySwitch(walk, flow);
        walk.effects.push({ kind: 'switch-flow', flow, mode });
        wishes.ending = switchedTo(flow);
      },
    },
  };
  return [ports, wishes];
}

const switchedTo = (flow: string) => ({
  as: 'flow-switched',
  because: message('flow.ended.switched', { flow }),
});

const MOST_SWITCHES_A_DAY = 5;

/** Throws `FlowNotFoundError` or `FlowSwitchLoopError`: the debtor then stays where a person sees it. */
async function assertMaySwitch({ situation, today }: Walk, flow: string): Promise<void> {
  const count = switchesOn(today, situation.instance);
  if (count >= MOST_SWITCHES_A_DAY) throw new FlowSwitchLoopError(flow, count);
  if (!(await situation.canBegin(flow))) throw new FlowNotFoundError(flow);
}

function overdueIn(claim: Claim, state: CostState): string[] {
  return claim.invoices
    .filter((one) => one.daysOverdue > 0 && !one.isDisputed && one.costState === state)
    .map((one) => one.id);
}

function withCostState(claim: Claim, ids: readonly string[], costState: CostState): Claim {
  if (ids.length === 0) return claim;
  const invoices = claim.invoices.map((one) =>
    ids.includes(one.id) ? { ...one, costState } : one,
  );
  return { ...claim, invoices, costState };
}
