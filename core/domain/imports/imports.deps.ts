import type { Clock } from '@inning/sdk';
import type { EventPublisher } from '../../events/index.ts';
import type { AdministrationKey, Store } from '../../store/index.ts';
import type { FileStore } from '../files/index.ts';
import type { InvoiceService } from '../invoices/index.ts';
import type { Importer } from './reading/read-items.ts';

/** The importers that are switched on for an administration. */
export type ImportersFor = (place: AdministrationKey) => Promise<readonly Importer[]>;

export type WritingDeps = {
  readonly store: Store;
  readonly events: EventPublisher;
  readonly invoices: InvoiceService;
};

export type CommitDeps = WritingDeps & {
  readonly clock: Clock;
  readonly files: FileStore;
  readonly importersFor: ImportersFor;
};
