import { message, type NodePorts } from '@inning/sdk';
import { FlowNotFoundError, FlowSwitchLoopError } from '../../flows.errors.ts';
import type { CompiledNode } from '../drawings/index.ts';
import type { Effect } from '../moves/index.ts';
import { changesClaim } from '../facts/index.ts';
import { switchesOn } from '../starting/index.ts';
import type { Walk } from '../walking/index.ts';
import { costWishes } from './cost-wishes.ts';
import { mailPort } from './mail-port.ts';
import { StepUndeclaredError } from './ports.errors.ts';
import type { Wishes } from './wishes.ts';

type Acting = {
  readonly key: string;
  readonly node: CompiledNode;
  /** What actions of one step want together: a letter knows of costs that are announced beside it. */
  readonly together?: Effect[];
};

/**
 * The ports an action sees. All but `mail` only note an effect, written later together with the
 * step; `mail` goes through the desk of the situation. Keys derive from the visit and the order of
 * the calls, so that an action that is run again asks for the same things under the same names.
 */
export function bufferedPorts(
  walk: Walk,
  { key: stepKey, node, together }: Acting,
): [NodePorts, Wishes] {
  const wishes: Wishes = { effects: [], ending: null, communicationId: null };
  let calls = 0;
  const nextKey = () => (calls++ === 0 ? stepKey : `${stepKey}~${calls}`);
  /** What the walk and the other actions of this step want so far, this one's included. */
  const pending = () => [...walk.effects, ...(together ?? wishes.effects)];
  const want = (...effects: readonly Effect[]) => {
    wishes.effects.push(...effects);
    together?.push(...effects);
  };

  const costs = costWishes(walk, { pending: () => [...walk.effects, ...wishes.effects], want });
  const ports: NodePorts = {
    mail: mailPort(walk, { nodeId: node.id, nextKey, pending, want, wishes }),
    tasks: {
      async create({ kind, title, note, dueOn }) {
        const taskKey = nextKey();
        const task = { kind, title, note: note ?? null, dueOn: dueOn ?? walk.today, because: null };
        // Nobody calls a debtor of an administration that only tries things out (PLAT-07).
        const isOnlyRecorded = walk.situation.facts.administration.testMode && kind === 'call';
        if (!isOnlyRecorded) want({ kind: 'create-task', key: taskKey, task });
        return { taskId: taskKey };
      },
    },
    costs: {
      async announce() {
        assertDeclared(node, 'announce-costs');
        return costs.announce();
      },
      async makeClaimable() {
        assertDeclared(node, 'make-costs-claimable');
        return costs.makeClaimable(nextKey);
      },
    },
    debtor: {
      async pause(until, reason) {
        want({ kind: 'pause-debtor', until, reason });
      },
    },
    flow: {
      async stop(reason) {
        wishes.ending = { as: 'stopped', because: reason };
      },
      async switchTo(flow, mode) {
        await assertMaySwitch(walk, flow);
        want({ kind: 'switch-flow', flow, mode });
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
  const { facts } = walk.situation;
  if (changesClaim(effects)) walk.claim = facts.claimOn(walk.today, walk.effects);
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
