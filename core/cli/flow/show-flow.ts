import { type FlowDocument, type Locale, localize } from '@inning/sdk';
import type { App } from '../../app.ts';
import { type Flow, type FlowVersion } from '../../flows/index.ts';
import { createInstanceCounts } from '../../flows/instances/count-instances.ts';
import { versionView } from '../../flows/routes/flow-views.ts';
import { commandScope } from '../find-books.ts';

export type ShownFlow = ReturnType<typeof versionView> & {
  readonly slug: string;
  readonly newestVersion: number;
};

/** A published version with where its instances stand. */
export async function readFlowVersion(
  app: App,
  flow: Flow,
  { version, locale }: { readonly version: FlowVersion; readonly locale: Locale },
): Promise<ShownFlow> {
  const counts = createInstanceCounts(app.store);
  const running = await counts.byNode(commandScope, flow._id, version.version);
  const said = { types: app.registries.nodes, locale };
  const { slug, publishedVersion: newestVersion } = flow;
  return { slug, newestVersion, ...versionView(version, running, said) };
}

/** The flow as lines: every step in the order of walking, with where each way out leads. */
export function sayFlow(app: App, shown: ShownFlow, locale: Locale): string[] {
  const document = shown.document as FlowDocument;
  const { description } = document;
  const newest = shown.version === shown.newestVersion ? '' : `, ${shown.newestVersion} is newer`;
  return [
    `${shown.slug}: ${localize(document.name as never, locale)}`,
    ...(description ? [localize(description as never, locale)] : []),
    `version ${shown.version}${newest}, published ${shown.publishedAt} by ${shown.publishedBy}`,
    '',
    ...stepsInOrder(document).flatMap((id) => sayStep(app, { document, shown, id, locale })),
  ];
}

type Step = {
  readonly document: FlowDocument;
  readonly shown: ShownFlow;
  readonly id: string;
  readonly locale: Locale;
};

function sayStep(app: App, { document, shown, id, locale }: Step): string[] {
  const node = document.nodes[id];
  if (!node) return [];
  const type = app.registries.nodes.find(node.type);
  const title = node.label ?? type?.title;
  const name = title ? localize(title as never, locale) : node.type;
  const summary = shown.summaries[id] ?? '';
  const running = shown.running[id] ?? 0;
  const outcomes = document.edges.filter((edge) => edge.from === id);
  return [
    `${id}  ${name}${summary ? ` (${summary})` : ''}${running > 0 ? `  – ${running} here now` : ''}`,
    ...outcomes.map(({ outcome, to }) => `    ${outcome} → ${to}`),
  ];
}

/** From the start along the lines, breadth first; what cannot be reached comes last. */
function stepsInOrder({ nodes, edges }: FlowDocument): string[] {
  const targets = new Set(edges.map(({ to }) => to));
  const starts = Object.keys(nodes).filter((id) => !targets.has(id));
  const order = new Set(starts);
  for (const id of order) {
    for (const { from, to } of edges) if (from === id) order.add(to);
  }
  return [...order, ...Object.keys(nodes).filter((id) => !order.has(id))];
}
