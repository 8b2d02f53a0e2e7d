import type { Claim, MessageTexts, NodePortName } from '@inning/sdk';
import type { DescribedNode } from '@inning/sdk/package';
import {
  aClaim,
  type AskedOfPlatform,
  aNodeContext,
  createFakeOutside,
  type FakeOutside,
  fakeNodePorts,
  type FakeTools,
  fakeTools,
  type NodeExample,
  type OutsideFault,
} from '@inning/sdk/testing';
import { claimProjection, hostCallsOf } from '../../../sandbox/index.ts';
import { configOf, settingsOf } from './settings-of.ts';
import type { Workbench } from './open-workbench.ts';

export type ExampleOptions = {
  /** How the outside world fails. */
  readonly fault?: OutsideFault;
  /** The claim as the plugin sees it; left out, what its permissions allow. */
  readonly project?: (claim: Claim) => object;
  /** The memory and the outside world of an earlier run. */
  readonly earlier?: ExampleRun;
};
export type ExampleRun = {
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly error: unknown;
  readonly asked: readonly AskedOfPlatform[];
  readonly outside: FakeOutside;
  readonly tools: FakeTools;
};

/** The node of an example, or null when the plugin has none of that name. */
export const nodeOf = ({ description }: Workbench, { node }: NodeExample): DescribedNode | null =>
  description.nodes.find(({ id }) => id === node) ?? null;

/** Runs the node of an example in the sandbox, once. */
export async function runExample(
  bench: Workbench,
  example: NodeExample,
  options: ExampleOptions = {},
): Promise<ExampleRun> {
  const { settings, outside, tools } = worldOf(bench, example, options);
  const { ports, asked } = fakeNodePorts();
  const node = nodeOf(bench, example);
  const granted = (node?.ports ?? []).map((name) => [name, ports[name as NodePortName]]);
  const run = { asked, outside, tools };
  try {
    const result = await bench.sandbox.run({
      agencyId: A_PLACE.agencyId,
      administrationId: A_PLACE.administrationId,
      code: bench.code,
      target: { kind: node?.kind === 'condition' ? 'condition' : 'action', node: example.node },
      input: inputOf(bench, example, options),
      settings,
      hostCalls: hostCallsOf({ ports: Object.fromEntries(granted), tools }),
      now: tools.clock.now(),
    });
    return { ...run, result: result as ExampleRun['result'], error: null };
  } catch (error) {
    return { ...run, result: null, error };
  }
}

const A_PLACE = { agencyId: 'a'.repeat(24), administrationId: 'b'.repeat(24) };

function worldOf(bench: Workbench, example: NodeExample, { earlier, fault }: ExampleOptions) {
  const settings = settingsOf(bench);
  const outside = earlier?.outside ?? outsideOf(bench, example);
  outside.fail(fault ?? null);
  const texts = bench.description.texts as MessageTexts;
  return { settings, outside, tools: earlier?.tools ?? fakeTools({ settings, outside, texts }) };
}

function inputOf(bench: Workbench, example: NodeExample, { project }: ExampleOptions) {
  const { claim = {}, config = {}, today } = example;
  const schema = nodeOf(bench, example)?.config ?? {};
  const { scope: _, ...context } = aNodeContext({
    config: configOf(schema, config).config,
    claim: wholeClaim(claim),
    ...(today !== undefined && { today }),
  });
  const visible = project ?? claimProjection(bench.description.permissions.claim);
  return { ...context, claim: visible(context.claim), idempotencyKey: 'step-1' };
}

/** An example says what differs, also within the debtor. */
function wholeClaim(claim: Readonly<Record<string, unknown>>): Claim {
  const { debtor } = aClaim({});
  return aClaim({ ...claim, debtor: { ...debtor, ...(claim['debtor'] as object | undefined) } });
}

function outsideOf({ examples, apis, description }: Workbench, { recorded = [] }: NodeExample) {
  return createFakeOutside({
    recorded: [...recorded, ...(examples.outside?.recorded ?? [])],
    apis,
    hosts: description.permissions.hosts,
  });
}
