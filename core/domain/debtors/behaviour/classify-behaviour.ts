import { type BehaviourClass, invariant, message, type Message } from '@inning/sdk';

/** Fewer paid invoices than this say nothing yet. */
export const FEWEST_PAID = 3;
/** Up to this standard deviation a debtor pays after a more or less fixed time. */
export const STEADY_VARIATION_DAYS = 10;
/** A steady payer who takes longer than this on average is not a friendly case. */
export const STEADY_AVERAGE_DAYS = 60;
/** Above this standard deviation nothing can be told from the past. */
export const ERRATIC_VARIATION_DAYS = 30;

export type Behaviour = {
  readonly class: BehaviourClass;
  readonly averageTermDays: number | null;
  readonly variationDays: number | null;
  readonly paidCount: number;
};

/**
 * How a debtor pays, from the days between invoice date and payment of each paid invoice. Average and
 * standard deviation (of all of them, not of a sample) are rounded to whole days, half up, and the class
 * follows from the rounded figures, so that whoever reads them can check it:
 * fewer than 3 paid is unknown; a variation of at most 10 days with an average of at most 60 is steady;
 * a variation above 30 days is erratic; everything else is fluctuating.
 */
export function classifyBehaviour(termsDays: readonly number[]): Behaviour {
  invariant(termsDays.every(Number.isSafeInteger), 'terms are whole days');
  const paidCount = termsDays.length;
  if (paidCount < FEWEST_PAID) {
    return { class: 'unknown', averageTermDays: null, variationDays: null, paidCount };
  }
  const average = mean(termsDays);
  const variance = mean(termsDays.map((term) => (term - average) ** 2));
  const averageTermDays = roundHalfUp(average);
  const variationDays = roundHalfUp(Math.sqrt(variance));
  return {
    class: classOf(averageTermDays, variationDays),
    averageTermDays,
    variationDays,
    paidCount,
  };
}

function classOf(averageDays: number, variationDays: number): BehaviourClass {
  if (variationDays > ERRATIC_VARIATION_DAYS) return 'erratic';
  const isFixed = variationDays <= STEADY_VARIATION_DAYS;
  return isFixed && averageDays <= STEADY_AVERAGE_DAYS ? 'steady' : 'fluctuating';
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const roundHalfUp = (value: number) => Math.floor(value + 0.5);

/** The rule as it worked out for this debtor, such as "pays after 34 days on average, …: Friendly". */
export function explainBehaviour(behaviour: Behaviour, flowName: string): Message {
  if (behaviour.averageTermDays === null) {
    const facts = { paidCount: behaviour.paidCount, neededCount: FEWEST_PAID, flow: flowName };
    return message('debtors.behaviour-unknown', facts);
  }
  return message(`debtors.behaviour-${behaviour.class}`, {
    averageDays: behaviour.averageTermDays,
    variationDays: behaviour.variationDays,
    paidCount: behaviour.paidCount,
    flow: flowName,
  });
}
