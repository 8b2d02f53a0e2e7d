import type { NodeDefinition } from '@inning/sdk';
import { checkSchema } from './check-schema.ts';
import { KEBAB_CASE } from './plugin-problem.ts';
import type { SchemaCompiler } from '../settings/settings-schema.ts';

const PORTS: readonly string[] = ['mail', 'tasks', 'costs', 'debtor', 'flow', 'scripts'];
const MAKERS: Readonly<Record<NodeDefinition['kind'], string>> = {
  action: 'run',
  condition: 'decide',
  wait: 'until',
  group: 'actions',
  trigger: 'starts',
};

/** What is wrong with a node type of that plugin, in words. */
export function checkNode(
  node: NodeDefinition,
  pluginId: string,
  compiler: SchemaCompiler,
): string[] {
  const problems = [
    ...checkId(node.id, pluginId),
    ...checkVersion(node),
    ...(node.title?.en ? [] : ['has no English title']),
    ...(node.description?.en ? [] : ['has no English description']),
    ...checkOutcomes(node),
    ...checkMeaning(node),
    ...checkSchema(node.config, compiler).map((text) => `its config: ${text}`),
    ...(MAKERS[node.kind] in node ? [] : [`is a ${node.kind} without \`${MAKERS[node.kind]}\``]),
    ...(node.kind === 'action' ? checkPorts(node.ports ?? []) : []),
  ];
  return problems.map((problem) => `node ${String(node.id)} ${problem}`);
}

function checkId(id: string, pluginId: string): string[] {
  const [plugin, name, ...more] = String(id).split('.');
  const isRight = plugin === pluginId && more.length === 0 && KEBAB_CASE.test(name ?? '');
  return isRight ? [] : [`must be called ${pluginId}.<verb-noun>`];
}

function checkVersion({ version, migrate = {} }: NodeDefinition): string[] {
  if (!Number.isInteger(version) || version < 1) return ['has no version (1, 2, ...)'];
  const steps = Object.keys(migrate).map(Number);
  const wanted = Array.from({ length: version - 1 }, (_, index) => index + 1);
  const missing = wanted.filter((step) => !steps.includes(step));
  const extra = steps.filter((step) => !wanted.includes(step));
  return [
    ...missing.map((step) => `cannot migrate a config from version ${step} to ${step + 1}`),
    ...extra.map((step) => `migrates from version ${step}, but is itself version ${version}`),
  ];
}

function checkOutcomes(node: NodeDefinition): string[] {
  const outcomes = Object.entries(node.outcomes ?? {});
  if (outcomes.length === 0) return ['has no outcomes'];
  const skipped = node.kind === 'action' ? node.skippedOutcome : undefined;
  return [
    ...outcomes
      .filter(([name]) => !KEBAB_CASE.test(name))
      .map(([name]) => `has outcome "${name}"; outcomes are lower-case words with hyphens`),
    ...outcomes
      .filter(([, label]) => !label?.en)
      .map(([name]) => `has no English label for outcome "${name}"`),
    ...(skipped !== undefined && !(skipped in node.outcomes)
      ? [`names "${skipped}" as its skipped outcome, which it does not have`]
      : []),
  ];
}

/** A step that points at what it does not have would mean nothing to the law, in silence. */
function checkMeaning({ meaning = [], outcomes, config }: NodeDefinition): string[] {
  return meaning.flatMap(({ does, by = [], field }) => [
    ...by
      .filter((outcome) => !(outcome in outcomes))
      .map((outcome) => `means "${does}" by outcome "${outcome}", which it does not have`),
    ...(field !== undefined && !(field in config.properties)
      ? [`means "${does}" by its setting "${field}", which it does not have`]
      : []),
  ]);
}

function checkPorts(ports: readonly string[]): string[] {
  return ports
    .filter((port) => !PORTS.includes(port))
    .map((port) => `asks for port "${port}", which does not exist`);
}
