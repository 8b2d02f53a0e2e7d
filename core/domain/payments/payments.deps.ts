import type { Clock } from '@inning/sdk';
import type { EventPublisher } from '../../events/index.ts';
import type { Store } from '../../store/index.ts';
import type { ReadSettlement } from '../claims/index.ts';
import type { LedgerService } from '../ledger/index.ts';
import type { AutomaticTasks } from '../tasks/index.ts';

export type PaymentsDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  readonly ledger: LedgerService;
  readonly tasks: AutomaticTasks;
  /** By what payments are booked: the law of the country, and what was agreed. */
  readonly readSettlement: ReadSettlement;
};
