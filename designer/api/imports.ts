import type { Place } from '@inning/sdk';
import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import { usePages } from './pages.ts';
import type { Instant } from './shapes.ts';
import { useChange } from './use-change.ts';

export type ItemStatus = 'new' | 'changed' | 'unchanged' | 'refused';
export type ImportCounts = Readonly<Record<ItemStatus, number>>;
export type ImportedItem = {
  readonly ordinal: number;
  readonly place: Place;
  readonly status: ItemStatus;
  readonly number: string | null;
  readonly debtor: string | null;
  /** Why it was refused, in words. */
  readonly reason: string | null;
  readonly warnings: readonly string[];
  readonly changes: readonly string[];
};
/** How the columns of a table were understood. */
export type ColumnQuestion = {
  readonly headers: readonly string[];
  readonly fields: readonly { readonly field: string; readonly header: string | null }[];
  /** What must be told before the file can be read. */
  readonly missing: readonly string[];
};
type ReadFile = {
  readonly name: string;
  readonly format: string | null;
  readonly columns: ColumnQuestion | null;
  readonly counts: ImportCounts;
};
/** A file with the first items of each status. */
export type ImportedFile = ReadFile & { readonly items: readonly ImportedItem[] };
export type ImportRow = {
  readonly id: string;
  readonly state: 'previewed' | 'committing' | 'committed' | 'failed';
  readonly counts: ImportCounts;
  readonly itemCount: number;
  readonly doneCount: number;
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly at: Instant;
  readonly by: string;
  readonly files: readonly ReadFile[];
};
export type Preview = Omit<ImportRow, 'id' | 'files'> & {
  readonly importId: string;
  readonly files: readonly ImportedFile[];
};

export type PreviewRequest = {
  readonly administrationId: string;
  readonly files: readonly File[];
  readonly columns: Readonly<Record<string, string>>;
};

export function usePreviewImport() {
  const client = useClient();
  return useChange({
    run: ({ administrationId, files, columns }: PreviewRequest) => {
      const form = new FormData();
      form.set('administrationId', administrationId);
      if (Object.keys(columns).length > 0) form.set('columns', JSON.stringify(columns));
      for (const file of files) form.append('files', file);
      return client.upload<Preview>('/api/imports/preview', form);
    },
    isQuiet: true,
  });
}

export function useCommitImport() {
  const client = useClient();
  return useChange({
    run: (importId: string) => client.send<ImportCounts>('POST', `/api/imports/${importId}/commit`),
    touches: [['debtors'], ['invoices'], ['overview'], ['imports']],
    isQuiet: true,
  });
}

/** How far an import came, asked every second while it is being taken over. */
export function useImportProgress(importId: string, isOn: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: ['import-progress', importId],
    queryFn: ({ signal }) => client.get<ImportRow>(`/api/imports/${importId}`, {}, signal),
    enabled: isOn,
    refetchInterval: 1_000,
    staleTime: 0,
  });
}

export function useImports(administrationId: string | null) {
  return usePages<ImportRow>(
    { key: ['imports'], path: '/api/imports', query: { administrationId } },
    administrationId !== null,
  );
}
