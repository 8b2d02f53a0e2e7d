import { type Locale, localize, type Localized } from '../localized.ts';
import type { FlowDocument } from './flow-document.ts';

export type StepWords = {
  /** What a type is called; undefined for one that nobody knows here. */
  readonly titleOf: (type: string) => Localized | undefined;
  readonly locale: Locale;
};

const BEFORE: Localized = { nl: 'vóór', en: 'before', de: 'vor', fr: 'avant' };

/**
 * What a person calls a step where it stands alone, away from the drawing: its own name, else that of its
 * type; when more steps are called so, with what comes behind it.
 */
export function nameOfStep(flow: FlowDocument, id: string, words: StepWords): string {
  const name = plainName(flow, id, words);
  const node = Object.hasOwn(flow.nodes, id) ? flow.nodes[id] : undefined;
  if (!node || node.label || !hasNamesake(flow, id)) return name;
  const next = flow.edges.find(({ from }) => from === id)?.to;
  if (next === undefined) return name;
  return `${name}, ${localize(BEFORE, words.locale)} ${plainName(flow, next, words)}`;
}

function plainName({ nodes }: FlowDocument, id: string, { titleOf, locale }: StepWords): string {
  const node = Object.hasOwn(nodes, id) ? nodes[id] : undefined;
  const title = node && (node.label ?? titleOf(node.type));
  return title ? localize(title, locale) : id;
}

const hasNamesake = ({ nodes }: FlowDocument, id: string): boolean =>
  Object.entries(nodes).some(
    ([other, { type, label }]) => other !== id && !label && type === nodes[id]?.type,
  );
