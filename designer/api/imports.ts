import type { Place } from '@inning/sdk';
import { useClient } from './client-context.tsx';
import { usePages } from './pages.ts';
import type { Instant } from './shapes.ts';
import { useChange } from './use-change.ts';

export type ItemStatus = 'new' | 'changed' | 'unchanged' | 'refused';
export type ImportCounts = Readonly<Record<ItemStatus, number>>;
export type ImportedItem = {
  readonly place: Place;
  readonly status: ItemStatus;
  readonly number: string | null;
  readonly debtor: string | null;
  readonly reason: string | null;
  readonly changes: readonly string[];
};
export type ImportedFile = {
  readonly name: string;
  readonly format: string | null;
  /** Set when the headers did not tell which column is which. */
  readonly columns?: ColumnQuestion | null;
  readonly counts: ImportCounts;
  readonly items: readonly ImportedItem[];
};
export type ColumnQuestion = {
  readonly headers: readonly string[];
  readonly fields: readonly { readonly field: string; readonly header: string | null }[];
};
export type Preview = { readonly importId: string; readonly files: readonly ImportedFile[] };
export type ImportRow = {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly files: readonly { readonly name: string; readonly counts: ImportCounts }[];
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

export function useImports(administrationId: string | null) {
  return usePages<ImportRow>(
    { key: ['imports'], path: '/api/imports', query: { administrationId } },
    administrationId !== null,
  );
}
