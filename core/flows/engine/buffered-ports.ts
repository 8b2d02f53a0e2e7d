import { type Claim, type CostState, type Message, message, type NodePorts } from '@inning/sdk';
import { FlowNotFoundError, FlowSwitchLoopError } from '../flows.errors.ts';
import { claimAfter } from './claim-after.ts';
import type { CompiledNode } from './compile-flow.ts';
import type { Effect } from './effects.ts';
import { switchesOn } from './start-switched.ts';
import { StepUndeclaredError } from './step-errors.ts';
import type { Walk } from './walk.ts';

/** What an action asked for while it ran; granted when it ended well, else forgotten. */
export type Wishes = {
  readonly effects: Effect[];
  ending: { readonly as: string; readonly because: Message } | null;
  communicationId: string | null;
};

/**
 * The ports an action sees. All but `mail` only note an effect, written later together with the
 * step; `mail` goes through the desk of the situation. Keys derive from the visit and the order of
 * the calls, so that an action that is run again asks for the same things under the same names.
 */
export function bufferedPorts(
  walk: Walk,
  stepKey: string,
  node: CompiledNode,
): [NodePorts, Wishes] {
  const wishes: Wishes = { effects: [], ending: null, communicationId: null };
  let calls = 0;
  const nextKey = () => (calls++ === 0 ? stepKey : `${stepKey}~${calls}`);
  const changeCosts = (kind: CostEffect, from: CostState) => {
    assertDeclared(node, kind);
    const invoiceIds = overdueIn(claimAfter(walk.claim, wishes.effects), from);
    wishes.effects.push({ kind, invoiceIds });
    return { invoiceCount: invoiceIds.length };
  };

  const ports: NodePorts = {
    mail: {
      async send(letter) {
        const { instance, mail, facts } = walk.situation;
        const { claim, today } = walk;
        const key = nextKey();
        facts.contacts.push({ on: today, key });
        const answer = await mail({ instance, key, nodeId: node.id, claim, facts, today, letter });
        if ('communicationId' in answer) wishes.communicationId = answer.communicationId;
        return answer;
      },
    },
    tasks: {
      async create({ kind, title, note, dueOn }) {
        const taskKey = nextKey();
        const task = { kind, title, note: note ?? null, dueOn: dueOn ?? walk.today, because: null };
        // Nobody calls a debtor of an administration that only tries things out (PLAT-07).
        const isOnlyRecorded = walk.situation.facts.administration.testMode && kind === 'call';
        if (!isOnlyRecorded) wishes.effects.push({ kind: 'create-task', key: taskKey, task });
        return { taskId: taskKey };
      },
    },
    costs: {
      announce: async () => changeCosts('announce-costs', 'none'),
      makeClaimable: async () => changeCosts('make-costs-claimable', 'announced'),
    },
    debtor: {
      async pause(until, reason) {
        wishes.effects.push({ kind: 'pause-debtor', until, reason });
      },
    },
    flow: {
      async stop(reason) {
        wishes.ending = { as: 'stopped', because: reason };
      },
      async switchTo(flow, mode) {
        await assertMaySwitch(walk, flow);
        wishes.effects.push({ kind: 'switch-flow', flow, mode });
        wishes.ending = { as: 'flow-switched', because: message('flow.ended.switched', { flow }) };
      },
    },
    scripts: {
      run: async (source) => runScriptFor(walk, source),
    },
  };
  return [ports, wishes];
}

function runScriptFor({ situation, claim, today }: Walk, source: string) {
  const agencyId = situation.instance.agencyId.toHexString();
  return situation.runScript({ agencyId, source, claim, today });
}

/** Throws `StepUndeclaredError` when its type, with these settings, says nothing of it. */
function assertDeclared({ definition, config }: CompiledNode, deed: CostEffect): void {
  const isDeclared = (definition.meaning ?? []).some(
    ({ does, when = {} }) =>
      does === deed && Object.entries(when).every(([field, value]) => config[field] === value),
  );
  if (!isDeclared) throw new StepUndeclaredError(definition.id, deed);
}

type CostEffect = 'announce-costs' | 'make-costs-claimable';

/** The walk goes on as if the effects were done; they are written together with its steps. */
export function grant(walk: Walk, { effects }: Wishes): void {
  walk.effects.push(...effects);
  walk.claim = claimAfter(walk.claim, effects);
  for (const effect of effects) {
    if (effect.kind !== 'pause-debtor') continue;
    const { until, reason } = effect;
    walk.pause = { until, reason };
  }
}

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
