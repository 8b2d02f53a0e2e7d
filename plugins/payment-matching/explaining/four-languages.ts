/** A sentence in the languages of the product. */
export type Four = readonly [nl: string, en: string, de: string, fr: string];
