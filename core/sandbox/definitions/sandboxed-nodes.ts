import {
  type ActionDefinition,
  type Channel,
  type ConditionDefinition,
  type NodeContext,
  type NodeDefinition,
  type NodePortName,
  type StepMeaning,
  type TriggerDefinition,
  invariant,
} from '@inning/sdk';
import type { DescribedNode, PluginDescription } from '@inning/sdk/package';
import type { PluginCode, Sandbox, SandboxCall } from '../sandbox.ts';
import { SandboxFailedError } from '../sandbox.errors.ts';
import { checkNodeResult } from './check-node-result.ts';
import { hostCallsOf } from './host-calls.ts';
import { claimProjection, type ProjectClaim } from './project-claim.ts';

export type SandboxedDeps = {
  readonly sandbox: Pick<Sandbox, 'run'>;
  readonly clock: { now(): Date };
};
type Parts = {
  readonly code: PluginCode;
  readonly project: ProjectClaim;
  readonly deps: SandboxedDeps;
};

/** Node types like any others to engine and designer, whose work is done in the sandbox. */
export function sandboxedNodes(
  description: PluginDescription,
  code: PluginCode,
  deps: SandboxedDeps,
): NodeDefinition[] {
  const parts: Parts = { code, deps, project: claimProjection(description.permissions.claim) };
  return description.nodes.map((node) => {
    if (node.kind === 'action') return actionOf(node, parts);
    return node.kind === 'condition' ? conditionOf(node, parts) : triggerOf(node);
  });
}

function actionOf(node: DescribedNode, { code, project, deps }: Parts): ActionDefinition {
  const { contacts, skippedOutcome } = node;
  return {
    ...baseOf(node),
    kind: 'action',
    ports: node.ports as NodePortName[],
    ...(contacts === null ? {} : { contacts: contacts as Channel }),
    ...(skippedOutcome === null ? {} : { skippedOutcome }),
    async run({ ports, tools, ...context }) {
      const granted = Object.fromEntries(node.ports.map((name) => [name, ports[name as never]]));
      const answer = await deps.sandbox.run({
        ...placeOf(context),
        code,
        target: { kind: 'action', node: node.id },
        input: { ...context, claim: project(context.claim) },
        settings: tools.settings,
        hostCalls: hostCallsOf({ ports: granted, tools }),
        now: tools.clock.now(),
      });
      return checkNodeResult(node, answer);
    },
  };
}

function conditionOf(node: DescribedNode, { code, project, deps }: Parts): ConditionDefinition {
  return {
    ...baseOf(node),
    kind: 'condition',
    async decide({ evaluate: _, ...context }) {
      const answer = await deps.sandbox.run({
        ...placeOf(context),
        code,
        target: { kind: 'condition', node: node.id },
        input: { ...context, claim: project(context.claim) },
        settings: null,
        hostCalls: hostCallsOf({}),
        now: deps.clock.now(),
      });
      return checkNodeResult(node, answer);
    },
  };
}

const triggerOf = (node: DescribedNode): TriggerDefinition => ({
  ...baseOf(node),
  kind: 'trigger',
  starts: node.starts === 'when-overdue' ? 'when-overdue' : 'manually',
});

function baseOf(node: DescribedNode) {
  const { id, version, title, description, icon, config, outcomes, isEnd, migratesFrom } = node;
  return {
    id,
    version,
    title: title as NodeDefinition['title'],
    description: description as NodeDefinition['description'],
    icon,
    config: config as never,
    outcomes: outcomes as NodeDefinition['outcomes'],
    isEnd,
    ...(node.summary ? { summary: node.summary as NodeDefinition['title'] } : {}),
    ...(node.meaning ? { meaning: node.meaning as readonly StepMeaning[] } : {}),
    migrate: Object.fromEntries(migratesFrom.map((from) => [from, () => mustWait(id)])),
  };
}

/** Code of others cannot be waited for here: `migrateInSandbox` brings a config over. */
function mustWait(node: string): never {
  throw new SandboxFailedError('threw', `A step ${node} of an older version was not migrated.`);
}

function placeOf({
  scope,
}: Pick<NodeContext<unknown>, 'scope'>): Pick<SandboxCall, 'agencyId' | 'administrationId'> {
  const { agencyId, administrationId } = scope;
  invariant(agencyId !== null, 'code of others works for one agency');
  return { agencyId, administrationId };
}
