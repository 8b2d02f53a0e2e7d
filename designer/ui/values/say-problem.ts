import {
  type CatalogueEntry,
  type FlowDocument,
  type FlowNode,
  type Locale,
  localize,
} from '@inning/sdk';
import { useCallback } from 'react';
import type { Said } from '../../api/shapes.ts';
import { type TemplateRow, useTemplates, wordsOf } from '../../api/templates.ts';
import { useLocale } from './format.ts';
import { useSay } from './say.ts';

type Types = ReadonlyMap<
  string,
  Pick<CatalogueEntry, 'title'> & Partial<Pick<CatalogueEntry, 'outcomes'>>
>;
const STEPS = ['node', 'from', 'to', 'step'] as const;

const NO_STEPS = { nodes: {} };

/** What is wrong with a flow, with its steps, their ways out and its letters called as on the cards, once those are read. */
export function useSayProblem(
  flow: Pick<FlowDocument, 'nodes'> | undefined,
  types: Types | undefined,
): (message: Said) => string {
  const { nodes } = flow ?? NO_STEPS;
  const say = useSay();
  const locale = useLocale();
  const templates = useTemplates().data;
  return useCallback(
    (message: Said): string => {
      const naming = { nodes, types, templates, locale };
      const named = { ...lettersNamed(message, naming), ...stepsNamed(message, naming) };
      return say({ ...message, params: { ...message.params, ...named } });
    },
    [nodes, types, say, locale, templates],
  );
}

type Naming = {
  readonly nodes: FlowDocument['nodes'];
  readonly types: Types | undefined;
  readonly templates: readonly TemplateRow[] | undefined;
  readonly locale: Locale;
};

function stepsNamed({ params }: Said, { nodes, types, locale }: Naming): Record<string, string> {
  const typeOf = (node: FlowNode | undefined) => types?.get(node?.type ?? '');
  const leaves = typeOf(stepOf(nodes, params?.['from'] ?? params?.['node']));
  const names = STEPS.map((key) => {
    const node = stepOf(nodes, params?.[key]);
    return [key, node?.label ?? typeOf(node)?.title] as const;
  });
  const outcome = ownValue(leaves?.outcomes ?? {}, params?.['outcome']);
  return Object.fromEntries(
    [...names, ['outcome', outcome] as const].flatMap(([key, name]) =>
      name ? [[key, quoted(localize(name, locale))]] : [],
    ),
  );
}

function lettersNamed({ params }: Said, { templates, locale }: Naming): Record<string, string> {
  const letter = templates?.find(({ name }) => name === params?.['template']);
  const title = letter && wordsOf(letter, locale)?.title;
  return title ? { template: quoted(title) } : {};
}

const stepOf = (nodes: FlowDocument['nodes'], id: unknown) => ownValue(nodes, id);
const quoted = (name: string) => `“${name}”`;

function ownValue<T>(from: Readonly<Record<string, T>>, key: unknown): T | undefined {
  return typeof key === 'string' && Object.hasOwn(from, key) ? from[key] : undefined;
}
