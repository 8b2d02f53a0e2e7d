export { claimFacts } from './claim-facts.ts';
export type { Contact, Facts, Pause, SentLetter } from './facts.ts';
export { changesClaim, PENDING } from './invoices-after.ts';
export { createFactsLoader, type FactsDeps, type LoadFacts } from './load-facts.ts';
