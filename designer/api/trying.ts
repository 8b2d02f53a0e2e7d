import type { FlowDocument } from '@inning/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import type { InstanceState } from './instances.ts';
import type { CalendarDate, Cents, Instant, Said } from './shapes.ts';

export type TriedPayment = { readonly day: number; readonly amountCents: Cents };
/** A debtor who does not exist, to try a flow with. */
export type Example = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly kind: 'consumer' | 'business';
  readonly openCents: Cents;
  readonly payments: readonly TriedPayment[];
};
export type TryQuestion = {
  readonly flowId: string;
  readonly version: number | 'draft';
  readonly days: number;
  readonly debtorId?: string;
  readonly example?: string;
  readonly administrationId?: string;
  readonly payments: readonly TriedPayment[];
};

export type TriedLine = {
  readonly on: CalendarDate;
  readonly at: Instant;
  readonly flow: string;
  readonly nodeId: string;
  readonly nodeLabel: string;
  readonly event: 'done' | 'skipped' | 'parked' | 'held' | 'stuck' | 'ended';
  readonly type: string;
  readonly outcome: string | null;
  readonly because: Said | null;
  readonly openCents: Cents;
  readonly overdueCents: Cents;
  /** What a condition looked at. */
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
  readonly letterId: string | null;
};
export type LetterPreview = {
  readonly id: string;
  readonly nodeId: string;
  readonly on: CalendarDate;
  readonly channel: string;
  readonly to: string;
  readonly template: string;
  readonly subject: string | null;
  readonly problem: { readonly code: string; readonly message: string } | null;
};
export type MadeLetter = LetterPreview & { readonly html: string; readonly text: string };
export type Standing = {
  readonly nodeId: string;
  readonly nodeLabel: string;
  readonly state: InstanceState;
  readonly endedAs: string | null;
  readonly plannedOn: CalendarDate | null;
  readonly waiting: Said | null;
};
export type Run = {
  readonly lines: readonly TriedLine[];
  readonly letters: readonly LetterPreview[];
  readonly standings: readonly Standing[];
};
export type Tried = Run & {
  readonly flow: string;
  readonly version: number;
  readonly document: FlowDocument;
  readonly summaries: Readonly<Record<string, string>>;
  readonly debtorName: string;
  readonly startsOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly payments: readonly {
    readonly on: CalendarDate;
    readonly at: Instant;
    readonly amountCents: Cents;
  }[];
  /** The same days without the payments; null when there are none. */
  readonly without: Run | null;
};

export function useExamples() {
  const client = useClient();
  return useQuery({
    queryKey: ['examples'],
    queryFn: ({ signal }) =>
      client.get<{ items: readonly Example[] }>('/api/simulate/examples', {}, signal),
    staleTime: Infinity,
    select: ({ items }) => items,
  });
}

/** A flow walked through the days to come. It asks only: nothing is stored or sent. */
export function useTried(question: TryQuestion | null) {
  const client = useClient();
  return useQuery({
    queryKey: ['tried', question],
    queryFn: () => client.send<Tried>('POST', '/api/simulate', question ?? {}),
    enabled: question !== null,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
    staleTime: 0,
  });
}

export type TriedCondition = {
  readonly debtorName: string;
  readonly on: CalendarDate;
  readonly holds: boolean;
  /** What it looked at. */
  readonly values: TriedLine['values'];
};

/** What a condition says today of one debtor; nothing is asked as long as either is missing. */
export function useTriedCondition(debtorId: string | null, condition: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['tried-condition', debtorId, condition],
    queryFn: () =>
      client.send<TriedCondition>('POST', '/api/simulate/condition', { debtorId, condition }),
    enabled: debtorId !== null && condition !== '',
    retry: false,
  });
}

/** A letter of a simulation, as it would be. */
export function useTriedLetter(question: TryQuestion, letterId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['tried-letter', letterId, question],
    queryFn: () => client.send<MadeLetter>('POST', `/api/simulate/letters/${letterId}`, question),
    retry: false,
    gcTime: 0,
  });
}
