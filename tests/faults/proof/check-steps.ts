import type { FlowDocument } from '@inning/sdk';
import { type Instance, shippedFlows, type Step } from '../../../core/flows/index.ts';
import type { Outcome } from './read-outcome.ts';

/** Problems in what instances say they did: a step missing, double, or out of order. */
export function checkSteps(outcome: Outcome): string[] {
  const bySlug = shippedFlows();
  const documents = new Map(outcome.flows.map((flow) => [String(flow._id), bySlug.get(flow.slug)]));
  const stepsOf = Map.groupBy(outcome.steps, (step) => String(step.instanceId));
  return outcome.instances.flatMap((instance) => {
    const its = stepsOf.get(String(instance._id)) ?? [];
    const document = documents.get(String(instance.flowId));
    if (!document) return [`${instance._id} walks through an unknown flow`];
    return [...checkNumbers(instance, its), ...checkWay(instance, its, document)];
  });
}

function checkNumbers(instance: Instance, its: readonly Step[]): string[] {
  const wanted = Array.from(
    { length: instance.stepCount },
    (_, index) => `${instance._id.toHexString()}:${String(index + 1).padStart(5, '0')}`,
  );
  const found = its.map((step) => step._id);
  if (JSON.stringify(found) === JSON.stringify(wanted)) return [];
  return [`${instance._id} counts ${instance.stepCount} steps and has ${found.join(' ')}`];
}

/** Walks the drawing along the steps: each starts where the one before it led to. */
function checkWay(instance: Instance, its: readonly Step[], document: FlowDocument): string[] {
  let nodeId: string | null = startOf(document);
  let visits = 0;
  const problems: string[] = [];
  for (const step of its) {
    if (step.nodeId !== nodeId) problems.push(`${step._id} is at ${step.nodeId}, not ${nodeId}`);
    const isPassed = step.kind === 'done' || step.kind === 'skipped';
    const next = isPassed ? nextOf(document, step) : null;
    if (next === null) continue;
    visits += 1;
    nodeId = next;
  }
  if (instance.visit !== visits) problems.push(`${instance._id} passed ${visits} nodes`);
  if (instance.nodeId !== nodeId) problems.push(`${instance._id} stands at ${instance.nodeId}`);
  return problems;
}

const startOf = ({ nodes, edges }: FlowDocument) =>
  Object.keys(nodes).find((id) => !edges.some((edge) => edge.to === id)) ?? null;

const nextOf = ({ edges }: FlowDocument, { nodeId, outcome }: Step) =>
  edges.find((edge) => edge.from === nodeId && edge.outcome === outcome)?.to ?? null;
