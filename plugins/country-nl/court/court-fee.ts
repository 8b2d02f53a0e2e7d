import { type CalendarDate, type Cents, cents } from '@inning/sdk';
import { CourtFeeUnknownError } from '../law.errors.ts';
import table from '../tables/court-fees.json' with { type: 'json' };

export type CourtFeeQuestion = {
  /** The district court in cantonal cases, or in the other civil ones. */
  readonly court: 'kanton' | 'civil';
  /** Null for a claim of no certain value. */
  readonly claimCents: Cents | null;
  readonly claimant: 'legal-person' | 'person' | 'low-income';
  /** The first roll date, which says whose year's fees count. */
  readonly on: CalendarDate;
};

/** What the claimant pays the court. Throws for a year, or a claim, that the table does not hold. */
export function computeCourtFee({ court, claimCents, claimant, on }: CourtFeeQuestion): Cents {
  const year = table.years.find(({ from, until }) => from <= on && on <= until);
  if (!year) throw new CourtFeeUnknownError(on);
  const row =
    claimCents === null && court === 'civil'
      ? year.civilUndetermined
      : year[court].find(({ upToCents }) => upToCents === null || (claimCents ?? 0) <= upToCents);
  if (!row) throw new CourtFeeUnknownError(on);
  const fees = {
    'legal-person': row.legalPersonCents,
    person: row.personCents,
    'low-income': row.lowIncomeCents,
  };
  return cents(fees[claimant]);
}
