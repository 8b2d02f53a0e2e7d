import {
  type FlowDocument,
  type Locale,
  localize,
  type Message,
  type Problem,
  saySummary,
} from '@inning/sdk';
import type { Debtor } from '../../domain/debtors/index.ts';
import { idText, optionalIdText } from '../../domain/routing/index.ts';
import type { Flow, FlowVersion } from '../definition/flow.model.ts';
import type { NodeTypes } from '../engine/drawings/index.ts';
import type { Instance } from '../instances/instance.model.ts';
import type { Step } from '../instances/step.ts';
import { CHOSEN_FOR_NOBODY, type FlowCounts, NOBODY_TREATED } from '../instances/count-treated.ts';
import { messageOf } from './flow-schemas.ts';

export function flowView(flow: Flow, counts: FlowCounts) {
  const { name, description, country } = flow.draft as FlowDocument;
  const id = idText(flow._id);
  const treated = counts.byFlow.get(id) ?? NOBODY_TREATED;
  return {
    id,
    slug: flow.slug,
    name,
    description: description ?? null,
    country,
    creditorId: optionalIdText(flow.creditorId),
    publishedVersion: flow.publishedVersion,
    runningCount: treated.running,
    debtorCount: treated.debtors,
    share: counts.total === 0 ? 0 : treated.debtors / counts.total,
    chosenFor: counts.chosenFor.get(id) ?? CHOSEN_FOR_NOBODY,
  };
}

export function versionView(
  row: FlowVersion,
  running: Readonly<Record<string, number>>,
  said: { readonly types: NodeTypes; readonly locale: Locale },
) {
  return {
    flowId: idText(row.flowId),
    version: row.version,
    fingerprint: row.fingerprint,
    publishedAt: row.publishedAt.toISOString(),
    publishedBy: row.publishedBy,
    note: row.note,
    document: row.document as unknown,
    running,
    summaries: summariesOf(row.document as FlowDocument, said),
  };
}

/** The settings of each step in one line. */
export function summariesOf(
  document: FlowDocument,
  { types, locale }: { types: NodeTypes; locale: Locale },
): Record<string, string> {
  const names = {
    step: (id: string) => nodeLabel(document, id, { types, locale }),
    type: (id: string) => localize(types.find(id)?.title ?? { en: id }, locale),
  };
  return Object.fromEntries(
    Object.entries(document.nodes).map(([id, node]) => {
      const type = types.find(node.type, node.version) ?? types.find(node.type);
      return [id, type ? saySummary(type, node.config, { locale, names }) : ''];
    }),
  );
}

export const problemView = ({ code, severity, article, path, ...said }: Problem) => ({
  code,
  severity,
  nodeIds: [...said.nodeIds],
  message: messageOf(said.message) as Message,
  article: article ?? null,
  path: path ? [...path] : null,
  example: said.example ? said.example.map((step) => ({ ...step })) : null,
  fix: messageOf(said.fix),
});

/** What a person calls a node: its label, else the title of its type, else its id. */
export function nodeLabel(
  document: FlowDocument | undefined,
  nodeId: string,
  { types, locale }: { types: NodeTypes; locale: Locale },
): string {
  const node = document?.nodes[nodeId];
  if (!node) return nodeId;
  const title = node.label ?? types.find(node.type)?.title;
  return title ? localize(title as never, locale) : nodeId;
}

export type Named = {
  readonly debtor: Pick<Debtor, 'name'> | undefined;
  readonly document: FlowDocument | undefined;
  readonly types: NodeTypes;
  readonly locale: Locale;
};

export function instanceView(instance: Instance, named: Named) {
  const { document, locale, debtor } = named;
  return {
    id: idText(instance._id),
    flowId: idText(instance.flowId),
    flowName: document ? localize(document.name as never, locale) : '–',
    flowVersion: instance.flowVersion,
    administrationId: idText(instance.administrationId),
    debtorId: idText(instance.debtorId),
    debtorName: debtor?.name ?? '–',
    invoiceId: optionalIdText(instance.invoiceId),
    state: instance.state,
    nodeId: instance.nodeId,
    nodeLabel: nodeLabel(document, instance.nodeId, named),
    wakeAt: instance.wakeAt?.toISOString() ?? null,
    plannedOn: instance.plannedOn,
    deviation: instance.deviation
      ? {
          plannedOn: instance.deviation.plannedOn ?? null,
          on: instance.deviation.on,
          by: instance.deviation.by,
        }
      : null,
    waiting: messageOf(instance.waiting),
    gate: instance.gate,
    startedOn: instance.startedOn,
    endedAt: instance.endedAt?.toISOString() ?? null,
    endedAs: instance.endedAs,
  };
}

export function stepView(step: Step, named: Named) {
  return {
    id: step._id,
    kind: step.kind,
    nodeId: step.nodeId,
    nodeLabel: nodeLabel(named.document, step.nodeId, named),
    type: step.type,
    outcome: step.outcome,
    at: step.at.toISOString(),
    on: step.on,
    because: messageOf(step.because),
    communicationId: optionalIdText(step.communicationId),
    by: step.by,
    facts: step.facts as Record<string, number> | null,
  };
}
