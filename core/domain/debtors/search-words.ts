const MOST_WORDS = 30;

/** Words in lower case without accents; what is searched and what is found go through this alike. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}@]+/u)
    .filter((word) => word.length > 0);
}

export type SearchedDebtor = {
  readonly number: string;
  readonly name: string;
  readonly attention?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly companyNumber?: string | null | undefined;
  readonly vatNumber?: string | null | undefined;
  readonly invoiceAddress?: SearchedAddress | null | undefined;
  readonly correspondenceAddress?: SearchedAddress | null | undefined;
};
type SearchedAddress = {
  readonly street?: string | null | undefined;
  readonly postcode?: string | null | undefined;
  readonly city?: string | null | undefined;
};

/** The words by which a debtor is found: number, name, address, e-mail, company number. */
export function searchWords(debtor: SearchedDebtor): string[] {
  const address = debtor.invoiceAddress ?? debtor.correspondenceAddress;
  const texts = [
    debtor.name,
    debtor.number,
    debtor.attention,
    debtor.email,
    address?.postcode?.replaceAll(' ', ''),
    address?.city,
    address?.street,
    debtor.companyNumber,
    debtor.vatNumber,
  ];
  const words = texts.flatMap((text) => (text ? wordsOf(text) : []));
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** A filter for debtors who have a word that begins with each of the words. */
export function searchFilter(search: string): object {
  const words = wordsOf(search).slice(0, 6);
  // A word holds letters, digits and @ only, so it cannot be a pattern.
  return words.length === 0
    ? {}
    : { $and: words.map((word) => ({ searchWords: new RegExp(`^${word}`) })) };
}

/** Name and postcode in one form: how a debtor without a number is known again. Null without both. */
export function nameKey(debtor: {
  readonly name: string;
  readonly invoiceAddress?: SearchedAddress | null | undefined;
  readonly correspondenceAddress?: SearchedAddress | null | undefined;
}): string | null {
  const postcode =
    debtor.invoiceAddress?.postcode ?? debtor.correspondenceAddress?.postcode ?? null;
  const name = wordsOf(debtor.name).join(' ');
  if (!postcode || !name) return null;
  return `${name}|${wordsOf(postcode).join('')}`;
}
