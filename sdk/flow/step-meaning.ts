/**
 * What a step does in the eyes of the law. A node type declares it as data, so that the rules of a country
 * know what a step means without knowing any plugin by name.
 */
export type Deed =
  /** Marks the costs of what is overdue as announced. */
  | 'announce-costs'
  /** Makes announced costs claimable; what was not announced stays as it is. */
  | 'make-costs-claimable'
  /** Writes to the debtor; `field` names the setting that holds the template. */
  | 'send-letter'
  /** Reaches the debtor in another way. */
  | 'contact-debtor'
  /** Holds everything back; `field` names the setting that holds the number of days. */
  | 'rest'
  /** Asks something of the claim; `field` names the setting that holds the expression. */
  | 'test-claim'
  /** Charges interest; `field` names the setting with its kind: `consumer`, `commercial` or `by-debtor`. */
  | 'charge-interest'
  /** Charges the debtor something beside costs and interest, such as administration costs. */
  | 'charge-other'
  /** Gives the case to a collection agency, a bailiff or a court. */
  | 'hand-over';

export type StepMeaning = {
  readonly does: Deed;
  /** It does so only with these settings. */
  readonly when?: Readonly<Record<string, string | number | boolean>>;
  /** The outcomes by which it was done (for a test: by which it holds). Left out: all of them. */
  readonly by?: readonly string[];
  readonly field?: string;
};
