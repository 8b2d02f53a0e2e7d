/** Where each rule stands; docs/law-nl.md says it in plain words. */
export const COSTS_LETTER = 'art. 6:96 lid 6 BW';
export const CONTACT = 'art. 13 Wki; Besluit kwaliteit incassodienstverlening';
export const AGGRESSION = 'art. 6:193h lid 2 BW';
export const DEFAULT = 'art. 6:82 BW';
export const GOOD_FAITH = 'art. 6:2 BW';
