import type { CalendarDate, Country } from '@inning/sdk';
import { type Administration, keyOfAdministration } from '../../../domain/administrations/index.ts';
import { bearsCostsOrInterest, buildClaim, type LawOfClaim } from '../../../domain/claims/index.ts';
import { type CollectionTermsRow, termsOn } from '../../../domain/collection-terms/index.ts';
import type { Creditor } from '../../../domain/creditors/index.ts';
import type { Debtor } from '../../../domain/debtors/index.ts';
import type { Invoice } from '../../../domain/invoices/index.ts';
import { invoicesAfter } from './invoices-after.ts';
import type { Facts } from './facts.ts';

export type ClaimReading = {
  readonly agreed: readonly CollectionTermsRow[];
  readonly entriesOf: LawOfClaim['entriesOf'];
};
type Sources = {
  readonly debtor: Debtor;
  readonly administration: Administration;
  readonly creditor: Creditor;
  readonly country: Country;
  readonly read: ClaimReading;
};

/** The claim is computed for the day that is asked, by what is agreed on that day. */
export function claimFacts(
  rows: readonly Invoice[],
  { country, read, ...sources }: Sources,
): Pick<Facts, 'claimOn' | 'invoicesOn' | 'lawOn'> {
  const { administration } = sources;
  const lawOn = (today: CalendarDate): LawOfClaim => ({
    country,
    terms: termsOn(read.agreed, keyOfAdministration(administration), today),
    entriesOf: read.entriesOf,
  });
  const invoicesOn: Facts['invoicesOn'] = (today, pending = []) =>
    invoicesAfter(rows, pending, today);
  return {
    lawOn,
    invoicesOn,
    claimOn(today, pending) {
      const law = lawOn(today);
      const invoices = invoicesOn(today, pending);
      const isBearing = invoices.some((one) => bearsCostsOrInterest(one, law.terms));
      return buildClaim({ ...sources, invoices, ...(isBearing ? { law } : {}) }, today);
    },
  };
}
