import type { DebtorFlag, DebtorKind } from '@inning/sdk';
import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import { usePages } from './pages.ts';
import type {
  Behaviour,
  CalendarDate,
  Cents,
  Instant,
  Locale,
  Pause,
  PostalAddress,
  Said,
} from './shapes.ts';
import { useChange } from './use-change.ts';

export type DebtorState = 'open' | 'overdue' | 'paused' | 'no-flow' | 'all';
export type DebtorsQuestion = {
  readonly search?: string | undefined;
  readonly administrationId?: string | undefined;
  readonly state?: DebtorState | undefined;
  readonly limit?: number;
};

export type DebtorRow = {
  readonly id: string;
  readonly administrationId: string;
  readonly number: string;
  readonly kind: DebtorKind;
  readonly name: string;
  readonly city: string | null;
  readonly openCents: Cents;
  readonly overdueCents: Cents;
  readonly invoiceCount: number;
  readonly oldestDueOn: CalendarDate | null;
  readonly isPaused: boolean;
  readonly activeFlags: readonly DebtorFlag[];
  readonly behaviour: Behaviour;
};

export type Contact = {
  readonly id: string;
  readonly name: string;
  readonly role: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly mobile: string | null;
  readonly getsLetters: boolean;
};

export type Debtor = DebtorRow &
  Pause & {
    /** What is noted of this debtor, the newest first; cleared ones are history. */
    readonly flags: readonly NotedFlag[];
    readonly attention: string | null;
    readonly language: Locale;
    readonly email: string | null;
    readonly phone: string | null;
    readonly mobile: string | null;
    readonly contacts: readonly Contact[];
    readonly invoiceAddress: PostalAddress | null;
    readonly correspondenceAddress: PostalAddress | null;
    readonly companyNumber: string | null;
    readonly vatNumber: string | null;
    readonly ibans: readonly string[];
    readonly remarks: string | null;
    /** A flow chosen for this debtor alone; null follows the choice of the administration. */
    readonly flowId: string | null;
    /** Which flow treats this debtor, and the rule by which it was chosen. */
    readonly flow: {
      readonly flowId: string | null;
      readonly name: string;
      readonly because: Said;
    } | null;
    readonly promisedOn: CalendarDate | null;
    /** The open amount in its parts. */
    readonly claim?: {
      readonly principalCents: Cents;
      readonly costsCents: Cents;
      readonly interestCents: Cents;
    };
  };

/** A circumstance that holds things back, who noted it and why; and who cleared it. */
export type NotedFlag = {
  readonly flag: DebtorFlag;
  readonly setAt: Instant;
  readonly setBy: string;
  readonly reason: string;
  readonly clearedAt: Instant | null;
  readonly clearedBy: string | null;
  readonly clearReason: string | null;
};

export type FlowSwitch = { readonly flowId: string | null; readonly mode: 'reset' | 'continue' };
export type NewContact = Omit<Contact, 'id'>;

export function useDebtors(question: DebtorsQuestion, isOn = true) {
  return usePages<DebtorRow>(
    { key: ['debtors', 'list'], path: '/api/debtors', query: question },
    isOn,
  );
}

export function useDebtor(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['debtors', id],
    queryFn: ({ signal }) => client.get<Debtor>(`/api/debtors/${id}`, {}, signal),
  });
}

/** A change to a debtor's file; everything that shows the debtor is asked again. */
export function useDebtorChange<Input extends object>(id: string, path: string, done: string) {
  const client = useClient();
  return useChange({
    run: (input: Input) => client.send('POST', `/api/debtors/${id}/${path}`, input),
    touches: [['debtors'], ['instances'], ['tasks'], ['overview'], ['timeline']],
    done,
  });
}
