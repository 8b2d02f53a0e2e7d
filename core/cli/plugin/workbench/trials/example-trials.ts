import type { DescribedNode } from '@inning/sdk/package';
import { describeFailure, type NodeExample } from '@inning/sdk/testing';
import type { Workbench } from '../open-workbench.ts';
import { type ExampleRun, nodeOf, runExample } from '../run-example.ts';
import { configOf } from '../settings-of.ts';
import type { Trial } from '../trial.ts';

/** Every example takes the way out that its author expects, and every way out has an example. */
export function exampleTrials(bench: Workbench): Trial[] {
  const examples = bench.examples.nodes ?? [];
  const nodes = bench.description.nodes.filter(({ kind }) => kind !== 'trigger');
  return [
    ...examples.map((example) => exampleTrial(bench, example)),
    ...nodes.map((node) => outcomesTrial(node, examples)),
  ];
}

const exampleTrial = (bench: Workbench, example: NodeExample): Trial => ({
  about: 'contract',
  name: `${example.node}, ${example.name}: ${example.outcome}`,
  async run() {
    const node = nodeOf(bench, example);
    if (!node) return `the plugin has no node ${example.node}`;
    const [wrong] = configOf(node.config, example.config ?? {}).problems;
    if (wrong) return `its config: "${wrong.field}" ${wrong.problem}`;
    return problemOf(node, example, await runExample(bench, example));
  },
});

function problemOf(node: DescribedNode, example: NodeExample, run: ExampleRun): string | null {
  const [told] = run.outside.problems;
  if (run.error) {
    const { code, message } = describeFailure(run.error);
    return `it threw ${code ?? 'an error'}: ${message}${told ? ` (${told})` : ''}`;
  }
  const outcome = String(run.result?.['outcome']);
  if (!Object.hasOwn(node.outcomes, outcome)) return `"${outcome}" is not one of its outcomes`;
  if (outcome !== example.outcome) return `it went "${outcome}"`;
  return told ?? null;
}

const outcomesTrial = (node: DescribedNode, examples: readonly NodeExample[]): Trial => ({
  about: 'contract',
  name: `${node.id} has an example of every way out`,
  isRemark: true,
  async run() {
    const shown = examples.filter((one) => one.node === node.id).map(({ outcome }) => outcome);
    const missing = Object.keys(node.outcomes).filter((outcome) => !shown.includes(outcome));
    return missing.length === 0 ? null : `examples.json shows none that goes ${missing.join(', ')}`;
  },
});
