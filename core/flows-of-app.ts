import { join } from 'node:path';
import type { AppConfig } from './app-config.ts';
import type { AppDeps } from './app.deps.ts';
import { todayOf } from './domain/administrations/index.ts';
import type { CommunicationsDeps } from './domain/communications/index.ts';
import type { DocumentRenderer } from './documents/index.ts';
import { createLetterSources } from './documents/templates/letter-sources.ts';
import { createTemplateShelf } from './documents/templates/template-shelf.ts';
import type { EventPublisher } from './events/index.ts';
import { createFlows, type Flows, type FlowsDeps, InstanceNotMovableError } from './flows/index.ts';
import type { Countries, HostToolsFor, LiveRegistries, Ports, Registries } from './host/index.ts';
import { createLetterLinks } from './http/public-pages/letter-token.ts';
import { PROJECT_DIR } from './project-dir.ts';
import type { Rooms } from './rooms.ts';

const TEMPLATES_DIR = join(PROJECT_DIR, 'templates', 'messages');

export type FlowParts = AppDeps & {
  readonly config: AppConfig;
  readonly events: EventPublisher;
  readonly registries: Registries;
  readonly live: LiveRegistries;
  readonly ports: Ports;
  readonly countries: Countries;
  readonly toolsFor: HostToolsFor;
  /** Scripts of agencies run where plugins of others do. */
  readonly runScript: NonNullable<FlowsDeps['runScript']>;
  readonly rooms: Rooms;
};

/** The flow engine with what it needs of the rest: letters, connectors, node types. */
export function createAppFlows(parts: FlowParts): Flows {
  const { config, registries, live, ports, rooms } = parts;
  const links = createLetterLinks(config);
  return createFlows({
    ...parts,
    tasks: rooms.tasks,
    nodes: registries.nodes,
    agencyNodes: {
      refresh: live.refresh,
      of: (agencyId) => live.of(agencyId).nodes,
      get revision() {
        return live.revision;
      },
    },
    countries: parts.countries,
    mailFor: async (place) => (await ports.one('mail', place)).port,
    renderer: lazyRenderer(),
    letters: createLetterSources(TEMPLATES_DIR),
    templates: createTemplateShelf(TEMPLATES_DIR),
    links: (id) => ({ payUrl: links.pay(id), respondUrl: links.respond(id) }),
    keepDocuments: rooms.sentDocuments.keepSent,
    toolsFor: (pluginId, { agencyId, administrationId }) =>
      parts.toolsFor(pluginId, {
        agencyId: agencyId.toHexString(),
        administrationId: administrationId.toHexString(),
      }),
  });
}

/** MJML takes most of a second to load; a server that only listens does without. */
function lazyRenderer(): DocumentRenderer {
  let loaded: Promise<DocumentRenderer> | null = null;
  const load = () =>
    (loaded ??= import('./documents/index.ts').then(({ createDocumentRenderer }) =>
      createDocumentRenderer({ templatesDir: TEMPLATES_DIR }),
    ));
  return { render: async (request) => (await load()).render(request) } as DocumentRenderer;
}

/** A person said whether a letter left; the flow that waited for that may go on. */
export function releaseAfterWord(
  flows: () => Flows,
  deps: Pick<AppDeps, 'store' | 'clock'>,
): NonNullable<CommunicationsDeps['onResolved']> {
  return async (scope, { instanceId, administrationId }, who) => {
    if (!instanceId) return;
    const today = await todayOf(deps, administrationId);
    try {
      await flows().instances.release(scope, instanceId, { who, today });
    } catch (error) {
      // It went on by another way already, or came to its end.
      if (!(error instanceof InstanceNotMovableError)) throw error;
    }
  };
}
