import {
  type CatalogueEntry,
  type FlowDocument,
  localize,
  saySummary,
  type SummaryNames,
} from '@inning/sdk';
import { useMemo } from 'react';
import { useFlows } from '../../api/flows.ts';
import { useTemplates, wordsOf } from '../../api/templates.ts';
import { useLocale } from './format.ts';

type Types = ReadonlyMap<
  string,
  Pick<CatalogueEntry, 'title' | 'summary'> & { readonly config?: unknown }
>;

/** The settings of each step in one line, by id; also while they are being typed. */
export function useSummaries(flow: FlowDocument, types: Types): (id: string) => string {
  const locale = useLocale();
  const templates = useTemplates().data;
  const flows = useFlows().data;
  return useMemo(() => {
    const title = (type: string) => localize(types.get(type)?.title ?? { en: type }, locale);
    const names: SummaryNames = {
      step: (id) => {
        const node = Object.hasOwn(flow.nodes, id) ? flow.nodes[id] : undefined;
        if (!node) return id;
        return node.label ? localize(node.label, locale) : title(node.type);
      },
      type: title,
      template: (name) => {
        const found = templates?.find((one) => one.name === name);
        return (found && wordsOf(found, locale)?.title) ?? name;
      },
      flow: (slug) => {
        const found = flows?.find((one) => one.slug === slug);
        return found ? localize(found.name, locale) : slug;
      },
    };
    return (id: string) => {
      const node = flow.nodes[id];
      const type = node && types.get(node.type);
      return node && type?.config
        ? saySummary(type as CatalogueEntry, node.config, { locale, names })
        : '';
    };
  }, [flow, types, templates, flows, locale]);
}

/** All of them by id, with the titles of letters; what the server said where a type is unknown here. */
export function useAllSummaries(
  flow: FlowDocument,
  types: Types,
  said?: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const summary = useSummaries(flow, types);
  return useMemo(
    () =>
      Object.fromEntries(
        Object.keys(flow.nodes).map((id) => [id, summary(id) || (said?.[id] ?? '')]),
      ),
    [flow, summary, said],
  );
}
