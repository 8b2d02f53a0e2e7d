import type { CalendarDate } from '@inning/sdk';
import { CostsScaleUnknownError } from '../law.errors.ts';
import table from '../tables/collection-costs.json' with { type: 'json' };

export type Tier = { readonly upToCents: number | null; readonly percent: string };
export type Scale = {
  readonly article: string;
  readonly minimumCents: number;
  readonly maximumCents: number;
  readonly tiers: readonly Tier[];
};

/** A day on which the newest rules of the table count, for who asks about no day in particular. */
export const RULES_CHECKED_ON: CalendarDate = table.checkedOn;

/** The scale for a debtor who came in default on that day. */
export function scaleOn(day: CalendarDate): Scale {
  const found = inForce(table.scales, day);
  if (!found) throw new CostsScaleUnknownError(day, table.scales[0]?.from ?? day);
  return found;
}

/** Percent of VAT as a decimal text. */
export const vatPercentOn = (day: CalendarDate): string => inForce(table.vat, day)?.percent ?? '0';

/** What a business owes by itself, without a letter; null before there was such a rule. */
export const businessMinimumOn = (day: CalendarDate) => inForce(table.businessMinimum, day);

/** The rule against heaping costs on small terms; null before there was one. */
export const termRuleOn = (day: CalendarDate) => inForce(table.termPayments, day);

/** The last row that had begun on that day. Rows stand in order. */
function inForce<Row extends { readonly from: CalendarDate }>(
  rows: readonly Row[],
  day: CalendarDate,
): Row | null {
  return rows.findLast(({ from }) => from <= day) ?? null;
}
