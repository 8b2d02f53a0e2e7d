import type { FlowDocument, LetterSources, Severity } from '@inning/sdk';

/** A flow, with the letters it sends where its letters matter. */
export type LawCase =
  FlowDocument | { readonly flow: FlowDocument; readonly letters: LetterSources };

/** What must be found and what must not, for one code; each flow by what is special about it. */
export type CodeCases = {
  readonly article: string;
  readonly severity: Severity;
  /** Some ways to break a rule are judged otherwise. */
  readonly alsoSeverity?: Severity;
  /** Null where nothing in the flow itself mends it. */
  readonly fix: string | null;
  readonly triggers: Readonly<Record<string, LawCase>>;
  /** These come near and are right: nothing at all is said of them. */
  readonly nearMisses: Readonly<Record<string, LawCase>>;
};

export type LawCases = Readonly<Record<string, CodeCases>>;

export const flowOf = (one: LawCase): FlowDocument => ('flow' in one ? one.flow : one);
export const lettersOf = (one: LawCase): LetterSources | undefined =>
  'flow' in one ? one.letters : undefined;

const BLOCKS =
  '{{ creditor.name }} {{ invoices }} {{ amounts.openCents }} {{ respondUrl }} {{ agency.registrationNumber }} {{ agency.complaints }}';

/** One letter by any name, that has what every letter needs and says this; in English too when given. */
export const saying = (nl: string, en?: string): LetterSources => ({
  find: () => [
    { language: 'nl', text: `${BLOCKS} ${nl}` },
    ...(en === undefined ? [] : [{ language: 'en' as const, text: `${BLOCKS} ${en}` }]),
  ],
});

/** One letter by any name, of which this is everything. */
export const bare = (nl: string): LetterSources => ({
  find: () => [{ language: 'nl', text: nl }],
});
export { BLOCKS };
