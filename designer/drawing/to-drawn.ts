import { type CatalogueEntry, type Locale, localize } from '@inning/sdk';
import { type Edge, MarkerType } from '@xyflow/react';
import type { DrawnNode } from './DrawnCard.tsx';
import { outcomeName, stepName } from './names.ts';
import type { Drawing } from './use-drawing.ts';

export type Telling = {
  readonly locale: Locale;
  readonly unknownTitle: string;
  readonly say: (problem: Drawing['problems'][number]) => string;
};

/** The document as React Flow wants it. */
export function toDrawn(drawing: Drawing, telling: Telling): { nodes: DrawnNode[]; edges: Edge[] } {
  const { flow, problems, selected } = drawing;
  const chosen = new Set(selected);
  const led = new Set(flow.edges.map(({ from, outcome }) => `${from} ${outcome}`));
  const nodes = Object.entries(flow.nodes).map(([id, node], index): DrawnNode => {
    const entry = drawing.types.get(node.type);
    const found = problems.filter(({ nodeIds }) => nodeIds.includes(id));
    return {
      id,
      type: 'drawn',
      position: node.position ?? { x: (index % 5) * 300, y: Math.floor(index / 5) * 180 },
      selected: chosen.has(id),
      ariaLabel: stepName(flow, id, { types: drawing.types, locale: telling.locale }),
      data: {
        title: entry
          ? stepName(flow, id, { types: drawing.types, locale: telling.locale })
          : telling.unknownTitle,
        sentence: entry ? sentenceOf(entry, node.label !== undefined, telling.locale) : node.type,
        icon: entry?.icon ?? '',
        kind: entry?.kind ?? 'unknown',
        outcomes: outcomesOf(flow.edges, id, entry).map((outcome) => ({
          id: outcome,
          name: outcomeName(entry, outcome, telling.locale),
          isOpen: !led.has(`${id} ${outcome}`),
        })),
        problems: found.map(telling.say),
        note: node.note ?? null,
      },
    };
  });
  const edges = flow.edges
    .filter(({ from, to }) => Object.hasOwn(flow.nodes, from) && Object.hasOwn(flow.nodes, to))
    .map(({ from, outcome, to }): Edge => ({
      id: `${from} ${outcome}`,
      source: from,
      sourceHandle: outcome,
      target: to,
      type: 'smoothstep',
      markerEnd: { type: MarkerType.ArrowClosed, color: '#7d8792' },
    }));
  return { nodes, edges };
}

const sentenceOf = (entry: CatalogueEntry, hasName: boolean, locale: Locale) =>
  localize(hasName ? entry.title : entry.description, locale);

/** Those of its type; of an unknown step those that are drawn, so that nothing is lost. */
function outcomesOf(
  edges: readonly { from: string; outcome: string }[],
  id: string,
  entry: CatalogueEntry | undefined,
): string[] {
  if (entry) return entry.isEnd ? [] : Object.keys(entry.outcomes);
  return edges.filter(({ from }) => from === id).map(({ outcome }) => outcome);
}
