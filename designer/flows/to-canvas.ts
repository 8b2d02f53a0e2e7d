import { type FlowDocument, type Locale, localize } from '@inning/sdk';
import type { Edge, Node } from '@xyflow/react';
import type { CatalogueItem } from '../api/flows.ts';
import { placeNodes } from './place-nodes.ts';

/** What a step needs to be drawn. */
export type StepData = {
  readonly title: string;
  readonly icon: string;
  readonly kind: CatalogueItem['kind'] | 'unknown';
  readonly sentence: string;
  /** How many cases stand at this step now. */
  readonly running: number;
  /** The ways out that lead on, each with its label. */
  readonly outcomes: readonly { readonly id: string; readonly label: string }[];
};
export type StepNode = Node<StepData, 'step'>;

export type Reading = {
  readonly catalogue: ReadonlyMap<string, CatalogueItem>;
  readonly locale: Locale;
  readonly summaries: Readonly<Record<string, string>>;
  readonly running: Readonly<Record<string, number>>;
  readonly unknownTitle: string;
};

const STEP_WIDTH = 300;
const STEP_HEIGHT = 168;

/** The steps of a flow with their words, in the order in which they are read. */
export function stepsOf(flow: FlowDocument, reading: Reading): Map<string, StepData> {
  const cells = placeNodes(flow);
  const order = (id: string) => {
    const cell = cells.get(id);
    return cell ? cell.row * 100 + cell.column : 0;
  };
  const ids = Object.keys(flow.nodes).sort((a, b) => order(a) - order(b));
  return new Map(ids.map((id) => [id, stepData(flow, id, reading)]));
}

function stepData(flow: FlowDocument, id: string, reading: Reading): StepData {
  const node = flow.nodes[id];
  const type = node && reading.catalogue.get(node.type);
  const said = (text: Parameters<typeof localize>[0] | undefined) =>
    text ? localize(text, reading.locale) : '';
  const leading = new Set(
    flow.edges.filter((edge) => edge.from === id).map(({ outcome }) => outcome),
  );
  return {
    title: said(node?.label) || said(type?.title) || reading.unknownTitle,
    icon: type?.icon ?? 'circle-help',
    kind: type?.kind ?? 'unknown',
    sentence: reading.summaries[id] ?? said(type?.description),
    running: reading.running[id] ?? 0,
    outcomes: [...leading].map((outcome) => ({
      id: outcome,
      label: said(type?.outcomes[outcome]) || outcome,
    })),
  };
}

/** The drawing: cards from top to bottom, one line for each way out that leads on. */
export function toCanvas(
  flow: FlowDocument,
  reading: Reading,
): { nodes: StepNode[]; edges: Edge[] } {
  const cells = placeNodes(flow);
  const nodes = [...stepsOf(flow, reading)].map(([id, data]): StepNode => {
    const cell = cells.get(id) ?? { row: 0, column: 0 };
    return {
      id,
      type: 'step',
      data,
      position: { x: cell.column * STEP_WIDTH, y: cell.row * STEP_HEIGHT },
    };
  });
  const edges = flow.edges.map(({ from, outcome, to }): Edge => ({
    id: `${from}:${outcome}`,
    source: from,
    sourceHandle: outcome,
    target: to,
    type: 'smoothstep',
  }));
  return { nodes, edges };
}
