/** Where each rule stands; docs/law-nl.md says it in plain words. */
export const COSTS_LETTER = 'art. 6:96 lid 6 BW';
export const CONSUMER_COSTS = 'art. 6:96 lid 5 en 7 BW';
export const INTEREST = 'art. 6:119 en 6:119a BW';
/** Who collects decently does not ask for what is no longer his to ask. */
export const RESTRAINT = 'art. 13 Wki; Besluit kwaliteit incassodienstverlening';
export const CONTACT = 'art. 13 Wki; Besluit kwaliteit incassodienstverlening';
export const AGGRESSION = 'art. 6:193h lid 2 BW';
export const DEFAULT = 'art. 6:82 BW';
export const GOOD_FAITH = 'art. 6:2 BW';
