import type { CalendarDate, Clock } from '@inning/sdk';
import type { EventPublisher } from '../../../events/index.ts';
import type { AdministrationKey, Store } from '../../../store/index.ts';
import type { LedgerService } from '../../ledger/index.ts';
import type { AutomaticTasks } from '../../tasks/index.ts';

export type ReceivingDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  readonly ledger: LedgerService;
  readonly tasks: AutomaticTasks;
};
export type ReceivedBatch<News> = {
  readonly place: AdministrationKey;
  readonly news: readonly News[];
  readonly by: string;
  /** Today in the administration. */
  readonly on: CalendarDate;
};
