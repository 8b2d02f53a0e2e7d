import type { NodeDefinition } from '../node.ts';
import type { CatalogueEntry } from './catalogue.ts';

/** A node type as data. */
export function catalogueEntry(node: NodeDefinition): CatalogueEntry {
  const { id, version, kind, title, description, icon, config, outcomes } = node;
  const contacts = node.kind === 'action' ? (node.contacts ?? null) : null;
  const isEnd = node.isEnd ?? false;
  return {
    id,
    version,
    kind,
    title,
    description,
    icon,
    config,
    outcomes,
    isEnd,
    contacts,
    ...(node.summary ? { summary: node.summary } : {}),
    ...ownOf(node),
  };
}

/** What only some types have. */
function ownOf(node: NodeDefinition): Partial<CatalogueEntry> {
  const meaning = node.meaning ? { meaning: node.meaning } : {};
  if (node.kind === 'trigger') return { ...meaning, starts: node.starts };
  if (node.kind !== 'action') return meaning;
  const { ports, skippedOutcome } = node;
  return {
    ...meaning,
    ...(ports?.length ? { ports } : {}),
    ...(skippedOutcome ? { skippedOutcome } : {}),
  };
}
