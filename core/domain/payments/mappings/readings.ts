import type { BankStatementPort, Clock, InputFile } from '@inning/sdk';
import type { Id, Scope, Store } from '../../../store/index.ts';
import { findAdministration, keyOfAdministration } from '../../administrations/index.ts';
import { chooseReader, type Reader } from '../../files/index.ts';
import { createMappingService, type TableReading } from './mappings.service.ts';
import { findRemembered, lookAtTable, optionsOf, readingOf } from './read-table.ts';

/** A file, and how a person says its columns are read when it is a table that nobody knows. */
export type StatementUpload = {
  readonly file: InputFile;
  readonly readers: readonly Reader<BankStatementPort>[];
  readonly reading?: (TableReading & { readonly rememberedBy: string | null }) | undefined;
};

/** How an uploaded file is read: by which reader, and for a table by whose word. */
export function createReadings(deps: { readonly store: Store; readonly clock: Clock }) {
  const mappings = createMappingService(deps);
  return {
    /** As a person says now, else as one said before of a table with these headers. */
    async of(scope: Scope, administrationId: Id, { file, readers, reading }: StatementUpload) {
      const reader = chooseReader(readers, file);
      if (reading) return { reader, options: optionsOf(reading), readAsBy: null };
      const remembered = await findRemembered(mappings, scope, { file, reader, administrationId });
      const [only] = remembered;
      // Of several accounts with one bank, nobody but a person knows which this is.
      if (only === undefined || remembered.length > 1) {
        return { reader, options: {}, readAsBy: null };
      }
      return { reader, options: optionsOf(readingOf(only)), readAsBy: only.rememberedBy };
    },

    async remember(scope: Scope, administrationId: Id, upload: StatementUpload): Promise<void> {
      const { file, readers, reading } = upload;
      if (!reading || reading.rememberedBy === null) return;
      const seen = await lookAtTable({ file, reader: chooseReader(readers, file) });
      if (!seen?.hasHeaders) return;
      const administration = await findAdministration(deps.store, scope, { id: administrationId });
      const { account, columns, styles, rememberedBy: by } = reading;
      const headers = seen.columns.map(({ header }) => header);
      const place = keyOfAdministration(administration);
      await mappings.remember(scope, place, { account, columns, styles, headers, by });
    },
  };
}
