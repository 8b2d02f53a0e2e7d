import type { Place } from '@inning/sdk';
import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import { usePages } from './pages.ts';
import type { CalendarDate, Cents, Instant } from './shapes.ts';
import { useChange } from './use-change.ts';

export type DayOrder = 'day-first' | 'month-first' | 'year-first';
export type DecimalMark = ',' | '.';
/** How a person says that a table of bookings is read. */
export type TableReading = {
  readonly account: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly styles: { readonly dayOrder?: DayOrder; readonly decimalMark?: DecimalMark };
};
export type ReadRow = {
  readonly line: number;
  readonly bookedOn: CalendarDate;
  readonly amountCents: Cents;
  readonly currency: string;
  readonly counterpartyName: string | null;
  readonly counterpartyAccount: string | null;
  readonly description: string;
  readonly reference: string | null;
};
export type TableProblem = {
  readonly place: Place;
  readonly code: string;
  readonly message: string;
  readonly value: string;
};
export type TablePreview = {
  readonly headers: readonly string[];
  readonly fields: readonly { readonly field: string; readonly header: string | null }[];
  readonly missing: readonly string[];
  readonly hasHeaders: boolean;
  readonly namesAccount: boolean;
  readonly knownAccounts: readonly string[];
  readonly reading: TableReading;
  readonly rememberedBy: string | null;
  readonly rowCount: number;
  readonly rows: readonly ReadRow[];
  readonly problemCount: number;
  readonly problems: readonly TableProblem[];
  readonly receivedCents: Cents;
  readonly paidCents: Cents;
  readonly warnings: readonly {
    readonly code: string | null;
    readonly message: string;
    readonly line: number | null;
  }[];
};
export type StatementMapping = {
  readonly id: string;
  readonly account: string | null;
  readonly columns: readonly { readonly field: string; readonly header: string }[];
  readonly rememberedAt: Instant;
  readonly rememberedBy: string;
};

type TableRequest = {
  readonly administrationId: string;
  readonly files: readonly File[];
  readonly reading?: TableReading | undefined;
};

export function statementForm({ administrationId, files, reading }: TableRequest): FormData {
  const form = new FormData();
  form.set('administrationId', administrationId);
  if (reading) {
    form.set('columns', JSON.stringify(reading.columns));
    form.set('account', reading.account);
    form.set('dayOrder', reading.styles.dayOrder ?? '');
    form.set('decimalMark', reading.styles.decimalMark ?? '');
  }
  for (const file of files) form.append('files', file);
  return form;
}

/** How a table would be read; without a reading as it is guessed, or as it was remembered. */
export function useTablePreview(request: {
  readonly administrationId: string;
  readonly file: File;
  readonly reading: TableReading | undefined;
}) {
  const client = useClient();
  const { administrationId, file, reading } = request;
  const of = { name: file.name, size: file.size, at: file.lastModified };
  return useQuery({
    queryKey: ['statement-tables', 'preview', administrationId, of, reading ?? null],
    queryFn: () =>
      client.upload<TablePreview>(
        '/api/bank-statements/preview',
        statementForm({ administrationId, files: [file], reading }),
      ),
    placeholderData: (before) => before,
    gcTime: 0,
    retry: false,
  });
}

export function useStatementMappings(administrationId: string) {
  const query = { administrationId };
  return usePages<StatementMapping>({
    key: ['bank', 'mappings'],
    path: '/api/statement-mappings',
    query,
  });
}

export function useForgetMapping(done: string) {
  const client = useClient();
  return useChange({
    run: (id: string) => client.send('POST', `/api/statement-mappings/${id}/forget`),
    touches: [['bank', 'mappings']],
    done,
  });
}
