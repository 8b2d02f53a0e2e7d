import type { Static, TObject } from 'typebox';
import { invariant } from '../../invariant.ts';
import type {
  ActionDefinition,
  ConditionDefinition,
  EvaluateExpression,
  NodeResult,
} from '../../node.ts';
import type { NodePortName, NodePorts } from '../../ports/node-ports.ts';
import { type FakeTools, type FakeToolsOptions, fakeTools } from '../fake-tools.ts';
import { type AskedOfPlatform, fakeNodePorts } from './fake-node-ports.ts';
import { aNodeContext, type ContextOptions } from './node-context.ts';

export type ActionRun<Outcome extends string> = NodeResult<Outcome> & {
  /** What it asked of the platform, in order. */
  readonly asked: readonly AskedOfPlatform[];
  readonly tools: FakeTools;
};
export type RunActionOptions<Config> = ContextOptions<Config> & {
  readonly tools?: FakeToolsOptions<unknown>;
  readonly idempotencyKey?: string;
  readonly refusesMail?: boolean;
};

/** Runs an action as the engine would, with the ports it asks for and no other. */
export async function runAction<
  Config extends TObject,
  Outcome extends string,
  Port extends NodePortName,
>(
  action: ActionDefinition<Config, Outcome, Port>,
  options: RunActionOptions<Static<Config>>,
): Promise<ActionRun<Outcome>> {
  const { ports, asked } = fakeNodePorts(options);
  const tools = fakeTools(options.tools);
  const granted = Object.fromEntries(action.ports.map((name) => [name, ports[name]]));
  const result = await action.run({
    ...aNodeContext(options),
    ports: granted as Pick<NodePorts, Port>,
    idempotencyKey: options.idempotencyKey ?? 'step-1',
    tools,
  });
  checkOutcome(action.outcomes, result.outcome);
  return { ...result, asked, tools };
}

export type RunConditionOptions<Config> = ContextOptions<Config> & {
  /** What its expressions come to; left out, it must not evaluate any. */
  readonly evaluate?: EvaluateExpression;
};

export async function runCondition<Config extends TObject, Outcome extends string>(
  condition: ConditionDefinition<Config, Outcome>,
  options: RunConditionOptions<Static<Config>>,
): Promise<NodeResult<Outcome>> {
  const evaluate = options.evaluate ?? refuseToEvaluate;
  const result = await condition.decide({ ...aNodeContext(options), evaluate });
  checkOutcome(condition.outcomes, result.outcome);
  return result;
}

function refuseToEvaluate(expression: string): never {
  invariant(false, `the test does not say what "${expression}" comes to`);
}

function checkOutcome(outcomes: object, outcome: string): void {
  const known = Object.keys(outcomes);
  invariant(
    known.includes(outcome),
    `"${outcome}" is not one of its outcomes: ${known.join(', ')}`,
  );
}
