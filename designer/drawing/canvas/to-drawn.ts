import { type CatalogueEntry, type Locale, localize } from '@inning/sdk';
import { type Edge, MarkerType } from '@xyflow/react';
import { noteKey } from '../../document/index.ts';
import type { DrawnNode } from './DrawnCard.tsx';
import { lineKey } from '../lines.ts';
import { outcomeName, stepName } from '../names.ts';
import type { DrawnNote } from './NoteCard.tsx';
import type { Drawing } from '../use-drawing.ts';

export type DrawnThing = DrawnNode | DrawnNote;

export type Telling = {
  readonly locale: Locale;
  readonly unknownTitle: string;
  /** The settings of a step in one line; empty when there is nothing to say. */
  readonly summary: (id: string) => string;
  /** What is said of each step and not settled yet, in numbers. */
  readonly comments: ReadonlyMap<string, number>;
  readonly say: (problem: Drawing['problems'][number]) => string;
  /** A line as a sentence: from where, by which outcome, to where. */
  readonly sayLine: (line: Record<'from' | 'outcome' | 'to', string>) => string;
  readonly sayNote: (text: string) => string;
  /** A step with where its outcomes lead, for who hears the drawing. */
  readonly sayStep: (step: {
    readonly name: string;
    readonly ways: readonly { readonly name: string; readonly to: string | null }[];
    readonly problemCount: number;
    readonly commentCount: number;
  }) => string;
};

/** The document as React Flow wants it. */
export function toDrawn(
  drawing: Drawing,
  telling: Telling,
): { nodes: DrawnThing[]; edges: Edge[] } {
  const { flow } = drawing;
  const leads = leadsOf(flow.edges);
  const nodes = Object.keys(flow.nodes).map((id, index) =>
    drawnNode(drawing, telling, { id, index, leads: leads.get(id) ?? NOWHERE }),
  );
  return {
    nodes: [...nodes, ...drawnNotes(drawing, telling)],
    edges: drawnLines(drawing, telling),
  };
}

/** Where each way out of a step leads. */
type Leads = ReadonlyMap<string, string>;
const NOWHERE: Leads = new Map();

function leadsOf(edges: Drawing['flow']['edges']): ReadonlyMap<string, Leads> {
  const all = new Map<string, Map<string, string>>();
  for (const { from, outcome, to } of edges) {
    const leads = all.get(from) ?? new Map<string, string>();
    all.set(from, leads.set(outcome, to));
  }
  return all;
}

type Which = { readonly id: string; readonly index: number; readonly leads: Leads };

function drawnNode(drawing: Drawing, telling: Telling, which: Which): DrawnNode {
  const { id, index, leads } = which;
  const { flow, problems, selected } = drawing;
  const found = problems.filter(({ nodeIds }) => nodeIds.includes(id));
  const comments = telling.comments.get(id) ?? 0;
  const data = { ...cardOf(drawing, telling, which), problems: found.map(telling.say), comments };
  const ways = data.outcomes.map(({ id: outcome, name }) => {
    const to = leads.get(outcome);
    return { name, to: to === undefined ? null : nameIn(drawing, telling, to) };
  });
  const name = nameIn(drawing, telling, id);
  return {
    id,
    type: 'drawn',
    position: flow.nodes[id]?.position ?? placeOf(index),
    selected: selected.includes(id),
    ariaLabel: telling.sayStep({ name, ways, problemCount: found.length, commentCount: comments }),
    data,
  };
}

const placeOf = (index: number) => ({ x: (index % 5) * 300, y: Math.floor(index / 5) * 180 });

const nameIn = ({ flow, types }: Drawing, { locale }: Telling, id: string): string =>
  stepName(flow, id, { types, locale });

function cardOf(drawing: Drawing, telling: Telling, { id, leads }: Which) {
  const { flow, types } = drawing;
  const node = flow.nodes[id];
  const type = node?.type ?? '';
  const entry = types.get(type);
  const shared = {
    note: node?.note ?? null,
    outcomes: outcomesOf(leads, entry).map((outcome) => ({
      id: outcome,
      name: outcomeName(entry, outcome, telling.locale),
      isOpen: !leads.has(outcome),
    })),
  };
  if (!entry) {
    return { ...shared, title: telling.unknownTitle, sentence: type, icon: '', kind: 'unknown' };
  }
  const { icon, kind } = entry;
  const general = sentenceOf(entry, node?.label !== undefined, telling.locale);
  const sentence = telling.summary(id) || general;
  return { ...shared, title: nameIn(drawing, telling, id), sentence, icon, kind };
}

const drawnNotes = ({ flow, selected }: Drawing, telling: Telling): DrawnNote[] =>
  Object.entries(flow.notes ?? {}).map(([id, { text, position }]) => ({
    id: noteKey(id),
    type: 'note',
    position,
    selected: selected.includes(noteKey(id)),
    ariaLabel: telling.sayNote(text),
    data: { text },
  }));

function drawnLines({ flow, types, lines }: Drawing, telling: Telling): Edge[] {
  const nameOf = (id: string) => stepName(flow, id, { types, locale: telling.locale });
  return flow.edges
    .filter(({ from, to }) => Object.hasOwn(flow.nodes, from) && Object.hasOwn(flow.nodes, to))
    .map(({ from, outcome, to }): Edge => ({
      id: lineKey(from, outcome),
      source: from,
      sourceHandle: outcome,
      target: to,
      type: 'smoothstep',
      selected: lines.includes(lineKey(from, outcome)),
      ariaLabel: telling.sayLine({
        from: nameOf(from),
        outcome: outcomeName(types.get(flow.nodes[from]?.type ?? ''), outcome, telling.locale),
        to: nameOf(to),
      }),
      markerEnd: { type: MarkerType.ArrowClosed, color: '#7d8792' },
    }));
}

const sentenceOf = (entry: CatalogueEntry, hasName: boolean, locale: Locale) =>
  localize(hasName ? entry.title : entry.description, locale);

/** Those of its type; of an unknown step those that are drawn, so that nothing is lost. */
function outcomesOf(leads: Leads, entry: CatalogueEntry | undefined): string[] {
  if (entry) return entry.isEnd ? [] : Object.keys(entry.outcomes);
  return [...leads.keys()];
}
