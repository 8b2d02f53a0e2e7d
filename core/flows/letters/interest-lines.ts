import { addDays, type CalendarDate, type Claim } from '@inning/sdk';
import type { LetterValues } from '../../documents/index.ts';
import { interestOn, type LawOfClaim } from '../../domain/claims/index.ts';

export type InterestLine = NonNullable<LetterValues['interest']>[number];

/** How the interest that a letter asks for grew, by invoice and period; nothing where none is asked. */
export function interestLines(
  { debtor, invoices }: Pick<Claim, 'debtor' | 'invoices'>,
  law: LawOfClaim,
  today: CalendarDate,
): InterestLine[] {
  return invoices
    .filter(({ interestCents }) => interestCents > 0)
    .flatMap((invoice) => {
      const grown = interestOn({ ...invoice, debtorKind: debtor.kind }, law, today);
      return (grown?.periods ?? [])
        .filter(({ amountCents }) => amountCents !== 0)
        .map(({ from, to, days, percent, baseCents, amountCents }) => ({
          number: invoice.number,
          fromOn: from,
          untilOn: addDays(to, -1),
          days,
          percent,
          baseCents,
          amountCents,
        }));
    });
}
