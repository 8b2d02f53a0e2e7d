import { DomainError } from '../errors.ts';
import type { MessageTexts } from '../message.ts';
import type { ActionDefinition, ConditionDefinition, TriggerDefinition } from '../node.ts';
import type { PluginDefinition, PluginHost } from '../plugin.ts';
import type { DescribedNode, PluginDescription } from './plugin-description.ts';

type DescribableNode = ActionDefinition | ConditionDefinition | TriggerDefinition;
type PortFactoryOf = (...args: never[]) => unknown;
type ListenerOf = (...args: never[]) => Promise<void>;

/** A plugin with everything it added in `setup`. */
export type CollectedPlugin = {
  readonly definition: PluginDefinition;
  readonly nodes: ReadonlyMap<string, DescribableNode>;
  readonly ports: ReadonlyMap<string, PortFactoryOf>;
  readonly listeners: readonly { readonly name: string; readonly listener: ListenerOf }[];
  readonly texts: MessageTexts;
};

/** The plugin adds something that only a plugin of the platform itself may bring. */
export class PluginKindError extends DomainError {
  readonly code = 'PLUGIN_KIND';
  readonly status = 422;
}

/** Runs `setup` and collects what it adds. Throws `PluginKindError` for what the host does not give to others. */
export function collectPlugin(definition: PluginDefinition): CollectedPlugin {
  const nodes = new Map<string, DescribableNode>();
  const ports = new Map<string, PortFactoryOf>();
  const listeners: { name: string; listener: ListenerOf }[] = [];
  const texts: Record<string, MessageTexts[string]> = {};
  const registry = { add: (node: DescribableNode) => void nodes.set(node.id, node) };
  const refused = (what: string) => ({
    add(): never {
      throw new PluginKindError(`A plugin of others cannot add ${what}.`, { what });
    },
  });
  const host = {
    actions: registry,
    conditions: registry,
    triggers: registry,
    waits: refused('waits'),
    groups: refused('groups'),
    countries: refused('countries'),
    commands: refused('commands'),
    texts: { add: (more: MessageTexts) => void Object.assign(texts, more) },
    ports: {
      provide: (name: string, factory: PortFactoryOf) => void ports.set(name, factory),
    },
    events: {
      on: (name: string, listener: ListenerOf) => void listeners.push({ name, listener }),
    },
    routes: refused('routes').add,
    dataDir: '',
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  };
  definition.setup(host as unknown as PluginHost<never>);
  return { definition, nodes, ports, listeners, texts };
}

/** The plugin as data. Its functions stay behind. */
export function describePlugin(collected: CollectedPlugin): PluginDescription {
  const { definition, nodes, ports, listeners, texts } = collected;
  const { id, version, sdk, title, description, settings, permissions, credentials } = definition;
  const described = {
    id,
    version,
    sdk,
    title,
    description,
    settings,
    permissions: { claim: permissions?.claim ?? [], hosts: permissions?.hosts ?? [] },
    credentials: credentials ?? {},
    nodes: [...nodes.values()].map(describeNode),
    ports: [...ports.keys()],
    listeners: listeners.map(({ name }) => name),
    texts,
  };
  // Schemas carry symbols and functions of their builder; what leaves is plain JSON.
  return JSON.parse(JSON.stringify(described)) as PluginDescription;
}

type Meaning = NonNullable<DescribedNode['meaning']>;

function describeNode(node: DescribableNode): DescribedNode {
  const { id, version, kind, title, description, icon, outcomes, summary } = node;
  return {
    id,
    version,
    kind,
    title,
    description,
    icon,
    config: node.config as unknown as Record<string, unknown>,
    ...(summary ? { summary } : {}),
    outcomes,
    isEnd: node.isEnd ?? false,
    ...(node.meaning ? { meaning: node.meaning as unknown as Meaning } : {}),
    ...ownOf(node),
    migratesFrom: Object.keys(node.migrate ?? {}).map(Number),
  };
}

/** What only some kinds have. */
function ownOf(node: DescribableNode) {
  const isAction = node.kind === 'action';
  return {
    contacts: isAction ? (node.contacts ?? null) : null,
    ports: isAction ? [...node.ports] : [],
    skippedOutcome: isAction ? (node.skippedOutcome ?? null) : null,
    starts: node.kind === 'trigger' ? node.starts : null,
  };
}
