import { type CatalogueEntry, type FlowDocument, localize } from '@inning/sdk';
import type { Said } from '../../api/shapes.ts';
import { useLocale } from './format.ts';
import { useSay } from './say.ts';

type Types = ReadonlyMap<string, Pick<CatalogueEntry, 'title'>>;
const STEPS = ['node', 'from', 'to', 'step'] as const;

/** What is wrong with a flow, with its steps called as on their cards. */
export function useSayProblem({ nodes }: FlowDocument, types: Types) {
  const say = useSay();
  const locale = useLocale();
  const nameOf = (id: string) => {
    const node = Object.hasOwn(nodes, id) ? nodes[id] : undefined;
    const name = node?.label ?? types.get(node?.type ?? '')?.title;
    return name ? `“${localize(name, locale)}”` : id;
  };
  return (message: Said): string => {
    const params = { ...message.params };
    for (const key of STEPS) {
      const id = params[key];
      if (typeof id === 'string') params[key] = nameOf(id);
    }
    return say({ ...message, params });
  };
}
