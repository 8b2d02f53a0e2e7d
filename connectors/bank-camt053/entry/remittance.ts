import { find, findAll, textAt, textOf, type XmlElement } from '../xml/element.ts';

export type Remittance = {
  readonly description: string;
  readonly structuredReference: string | null;
};

/** Joined details of a large batch would otherwise fill pages. */
const MAX_DESCRIPTION = 2000;

/** What the payer wrote: free text, a structured reference, and numbers of the documents paid. */
export function readRemittance(details: XmlElement): Remittance {
  const remittance = find(details, 'RmtInf');
  if (remittance === null) return { description: '', structuredReference: null };

  const structured = findAll(remittance, 'Strd');
  const references = structured
    .map((part) => textAt(part, 'CdtrRefInf', 'Ref') ?? textAt(part, 'CdtrRefInf', 'CdtrRef'))
    .filter((reference) => reference !== null);
  const free = findAll(remittance, 'Ustrd').map(textOf);
  const documents = structured.flatMap((part) => [
    ...findAll(part, 'RfrdDocInf').map(
      (document) => textAt(document, 'Nb') ?? textAt(document, 'RfrdDocNb'),
    ),
    ...findAll(part, 'AddtlRmtInf').map(textOf),
  ]);
  return {
    // A second reference is rare; it stays findable in the text.
    description: joinTexts([...free, ...documents, ...references.slice(1)]),
    structuredReference: references[0]?.replace(/\s/g, '') ?? null,
  };
}

/** Joins what was written in parts; what is said twice is said once. */
export function joinTexts(texts: readonly (string | null)[]): string {
  const joined = [...new Set(texts.filter((text) => text !== null && text !== ''))].join(' ');
  return joined.length > MAX_DESCRIPTION ? `${joined.slice(0, MAX_DESCRIPTION)}…` : joined;
}
