import type { DebtorKind } from '@inning/sdk';
import { useMutation } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import type { CalendarDate, Cents } from './shapes.ts';

export type DebtQuestion = {
  readonly debtorKind: DebtorKind;
  readonly principalCents: Cents;
  readonly dueOn: CalendarDate;
  readonly until: CalendarDate;
  readonly isAnnounced: boolean;
  readonly isVatDeductible: boolean;
  readonly payments: readonly { readonly on: CalendarDate; readonly amountCents: Cents }[];
};
type Ground = { readonly article: string; readonly sentence: string };

export type DebtAnswer = {
  readonly openPrincipalCents: Cents;
  readonly openInterestCents: Cents;
  readonly costsCents: Cents;
  readonly totalCents: Cents;
  readonly costs: {
    readonly ground: Ground;
    readonly lines: readonly { readonly amountCents: Cents; readonly sentence: string }[];
  };
  readonly interest: {
    readonly excessCents: Cents;
    readonly ground: Ground;
    readonly periods: readonly {
      readonly from: CalendarDate;
      readonly to: CalendarDate;
      readonly days: number;
      readonly percent: string;
      readonly baseCents: Cents;
      readonly interestCents: Cents;
    }[];
  };
  readonly warnings: readonly { readonly code: string; readonly sentence: string }[];
};

/** Asks the country what is owed; nothing changes, so that nothing is asked again afterwards. */
export function useCalculate() {
  const client = useClient();
  return useMutation({
    mutationFn: (question: DebtQuestion) =>
      client.send<DebtAnswer>('POST', '/api/calculator', question),
  });
}
