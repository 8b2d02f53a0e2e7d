import { useClient } from './client-context.tsx';
import { usePages } from './pages.ts';
import { statementForm, type TableReading } from './statement-tables.ts';
import type { CalendarDate, Cents, Said } from './shapes.ts';
import { useChange } from './use-change.ts';

export type BankLineState = 'new' | 'matched' | 'plausible' | 'unmatched' | 'ignored';
export type Allocation = { readonly invoiceId: string; readonly amountCents: Cents };
/** A part of a line with what it is for. */
export type Part = Allocation & {
  readonly debtorId: string;
  readonly number: string;
  readonly debtorName: string;
  readonly openCents: Cents;
};
/** A reason for or against. */
export type Signal = {
  readonly code: string;
  readonly points: number;
  readonly detail: string;
  readonly says: Said;
};
/** What the matcher thinks a line may pay; a person decides. */
export type Proposal = {
  readonly score: number;
  readonly because: Said | null;
  readonly signals: readonly Signal[];
  readonly conflicts: readonly Signal[];
  readonly allocations: readonly Part[];
};
export type Matched = {
  readonly certainty: number;
  readonly margin: number;
  readonly policy: string;
  readonly proposals: readonly Proposal[];
};
export type BankLine = {
  readonly id: string;
  readonly administrationId: string;
  readonly account: string;
  readonly bookedOn: CalendarDate;
  readonly amountCents: Cents;
  readonly currency: string;
  readonly counterpartyName: string | null;
  readonly counterpartyAccount: string | null;
  readonly description: string;
  readonly structuredReference: string | null;
  readonly isReversal: boolean;
  readonly state: BankLineState;
  readonly because: Said | null;
  readonly decidedBy: string | null;
  readonly proposal: readonly Part[];
  readonly booked: readonly Part[];
  readonly match: Matched | null;
};
/** What is odd about a statement that was read. */
export type StatementWarning = {
  readonly because: Said;
  readonly line: number | null;
  readonly count: number;
};
export type StatementFile = {
  readonly name: string;
  readonly format: string | null;
  readonly statements: number;
  readonly newCount: number;
  readonly knownCount: number;
  readonly matchedCount: number;
  readonly plausibleCount: number;
  readonly unmatchedCount: number;
  readonly ignoredCount: number;
  readonly reversedCount: number;
  readonly warnings: readonly StatementWarning[];
  readonly refused: string | null;
  readonly code: string | null;
  /** A table: a person can say which column holds what. */
  readonly asksColumns: boolean;
  readonly readAsBy: string | null;
  /** Large statements that go on by themselves, see `useArrivals`. */
  readonly underWay: readonly string[];
};

export const touches = [['bank'], ['invoices'], ['debtors'], ['overview'], ['administrations']];

type ReadRequest = {
  readonly administrationId: string;
  readonly files: readonly File[];
  readonly reading?: TableReading;
  readonly remember?: boolean;
  /** Told how much of the files was sent, 0 to 1. */
  readonly onSent?: (part: number) => void;
};

export function useReadStatements() {
  const client = useClient();
  return useChange({
    run: ({ remember, onSent, ...request }: ReadRequest) => {
      const form = statementForm(request);
      if (remember) form.set('remember', 'true');
      const path = '/api/bank-statements';
      return client.upload<{ files: readonly StatementFile[] }>(path, form, onSent);
    },
    touches,
    isQuiet: true,
  });
}

export function useBankLines(query: {
  administrationId?: string | undefined;
  account?: string | undefined;
  state?: BankLineState | 'work' | undefined;
  decidedBy?: 'system' | 'person' | undefined;
  search?: string | undefined;
}) {
  return usePages<BankLine>({ key: ['bank'], path: '/api/bank-lines', query });
}

export function useBookLine(done: string) {
  const client = useClient();
  return useChange({
    run: ({ id, allocations }: { id: string; allocations: readonly Allocation[] }) =>
      client.send('POST', `/api/bank-lines/${id}/book`, { allocations }),
    touches,
    done,
  });
}

export function useIgnoreLine(done: string) {
  const client = useClient();
  return useChange({
    run: ({ id, reason }: { id: string; reason: string }) =>
      client.send('POST', `/api/bank-lines/${id}/ignore`, { reason }),
    touches,
    done,
  });
}
