import type { CatalogueEntry, DatedStep, FlowDocument, Locale } from '@inning/sdk';
import { outcomeName, stepName } from '../../drawing/names.ts';
import type { PathStep } from '../path-step.ts';

export type FindingWords = {
  readonly locale: Locale;
  readonly takes: (outcome: string) => string;
  readonly stops: string;
};
type Types = ReadonlyMap<string, CatalogueEntry>;

/** The counter-example of a finding as a way to play. Steps that were deleted meanwhile are left out. */
export function examplePath(
  example: readonly DatedStep[],
  { document, types }: { readonly document: FlowDocument; readonly types: Types },
  words: FindingWords,
): PathStep[] {
  const { locale } = words;
  const steps = example.filter(({ nodeId }) => Object.hasOwn(document.nodes, nodeId));
  return steps.map(({ nodeId, outcome, on }, index): PathStep => {
    const type = types.get(document.nodes[nodeId]?.type ?? '');
    // An example ends where the rule is broken, whether or not a way leads on from there.
    const isWrong = outcome === null || index === steps.length - 1;
    return {
      id: `${index} ${nodeId}`,
      nodeId,
      outcome,
      on,
      title: stepName(document, nodeId, { types, locale }),
      ...(isWrong ? { state: { tone: 'broken', words: words.stops } } : {}),
      sentence: isWrong ? '' : words.takes(outcomeName(type, outcome, locale)),
    };
  });
}
