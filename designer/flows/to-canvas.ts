import { type FlowDocument, type Locale, localize, type Localized } from '@inning/sdk';
import { type Edge, MarkerType, type Node, type XYPosition } from '@xyflow/react';
import type { CatalogueItem } from '../api/flows.ts';
import { edgeSides } from './edge-sides.ts';
import { placeNodes } from './place-nodes.ts';

/** What a step needs to be drawn. */
export type StepData = {
  readonly title: string;
  readonly icon: string;
  readonly kind: CatalogueItem['kind'] | 'unknown';
  readonly sentence: string;
  /** How many cases stand at this step now. */
  readonly running: number;
  /** What people say of it and is not settled yet. */
  readonly comments: number;
};
export type StepNode = Node<StepData, 'step'>;
export type Canvas = { readonly nodes: StepNode[]; readonly edges: Edge[] };

export type Reading = {
  readonly catalogue: ReadonlyMap<string, CatalogueItem>;
  readonly locale: Locale;
  readonly summaries: Readonly<Record<string, string>>;
  readonly running: Readonly<Record<string, number>>;
  readonly comments?: ReadonlyMap<string, number>;
  readonly unknownTitle: string;
};

const COLUMN = 430;
const ROW = 150;
/** Drawn wider than stored, so that the names of outcomes fit between the cards. */
const STRETCH = 1.35;
export const CARD_WIDTH = 248;

/** The drawing: cards from top to bottom in reading order, a line for each way out that leads on. */
export function toCanvas(flow: FlowDocument, reading: Reading): Canvas {
  const places = placesOf(flow, reading);
  const placeOf = (id: string) => places.get(id) ?? { x: 0, y: 0 };
  const inReadingOrder = [...places].sort(([, a], [, b]) => a.y - b.y || a.x - b.x);
  const nodes = inReadingOrder.map(([id, position]): StepNode => ({
    id,
    type: 'step',
    data: stepData(flow, id, reading),
    position,
  }));
  const edges = waysOf(flow).map(({ from, to, outcomes }): Edge => {
    const sides = edgeSides(placeOf(from), placeOf(to));
    const isOnlyWay = waysOf(flow).filter((way) => way.from === from).length === 1;
    const labels = outcomes.map((outcome) => outcomeLabel(flow, { from, outcome }, reading));
    return {
      id: `${from}:${to}`,
      source: from,
      target: to,
      sourceHandle: sides.source,
      targetHandle: sides.target,
      type: 'smoothstep',
      markerEnd: { type: MarkerType.ArrowClosed, color: '#7d8792' },
      ...(isOnlyWay ? {} : { label: labels.join(' / ') }),
    };
  });
  return { nodes, edges };
}

type Way = { readonly from: string; readonly to: string; readonly outcomes: readonly string[] };

/** Outcomes that lead to the same step share one line. */
function waysOf({ edges }: FlowDocument): Way[] {
  const ways = Map.groupBy(edges, ({ from, to }) => `${from}>${to}`);
  return [...ways.values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, outcomes: same.map(({ outcome }) => outcome) }] : [];
  });
}

/** As it was drawn; a flow that came without places gets them here. */
function placesOf(flow: FlowDocument, { catalogue }: Reading): Map<string, XYPosition> {
  const drawn = Object.entries(flow.nodes).flatMap(([id, { position }]) =>
    position ? [[id, { x: position.x * STRETCH, y: position.y }] as const] : [],
  );
  if (drawn.length === Object.keys(flow.nodes).length) return new Map(drawn);
  const outcomesOf = (id: string) =>
    Object.keys(catalogue.get(flow.nodes[id]?.type ?? '')?.outcomes ?? {});
  return new Map(
    [...placeNodes(flow, outcomesOf)].map(([id, { row, column }]) => [
      id,
      { x: column * COLUMN, y: row * ROW },
    ]),
  );
}

function stepData(flow: FlowDocument, id: string, reading: Reading): StepData {
  const node = flow.nodes[id];
  const type = node ? reading.catalogue.get(node.type) : undefined;
  return {
    ...wordsOf(id, { label: node?.label, type, reading }),
    icon: type?.icon ?? '',
    kind: type?.kind ?? 'unknown',
    running: reading.running[id] ?? 0,
    comments: reading.comments?.get(id) ?? 0,
  };
}

type Words = {
  readonly label: Localized | undefined;
  readonly type: CatalogueItem | undefined;
  readonly reading: Reading;
};

/** Its own name above that of its type; its settings in one line, else what such a step does. */
function wordsOf(id: string, { label, type, reading }: Words) {
  const general = said(type?.title, reading.locale);
  const title = said(label, reading.locale) || general || reading.unknownTitle;
  const otherwise = label ? general : said(type?.description, reading.locale);
  return { title, sentence: reading.summaries[id] || otherwise };
}

type WayOut = { readonly from: string; readonly outcome: string };

function outcomeLabel(flow: FlowDocument, { from, outcome }: WayOut, reading: Reading): string {
  const type = reading.catalogue.get(flow.nodes[from]?.type ?? '');
  return said(type?.outcomes[outcome], reading.locale) || outcome;
}

const said = (text: Localized | undefined, locale: Locale) => (text ? localize(text, locale) : '');
