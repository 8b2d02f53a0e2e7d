import { type CatalogueEntry, type FlowDocument, type Locale, localize } from '@inning/sdk';

/** What a person calls a step: its own name, else that of its type, else its id. */
export function stepName(
  { nodes }: FlowDocument,
  id: string,
  { types, locale }: { types: ReadonlyMap<string, CatalogueEntry>; locale: Locale },
): string {
  const node = Object.hasOwn(nodes, id) ? nodes[id] : undefined;
  const title = node?.label ?? types.get(node?.type ?? '')?.title;
  return title ? localize(title, locale) : id;
}

/** What a way out is called. */
export function outcomeName(
  entry: CatalogueEntry | undefined,
  outcome: string,
  locale: Locale,
): string {
  const label = entry?.outcomes[outcome];
  return label ? localize(label, locale) : outcome;
}
