import type { Clock, PaymentMatchPort } from '@inning/sdk';
import type { EventPublisher } from '../../events/index.ts';
import type { AdministrationKey, Store } from '../../store/index.ts';
import type { ReadSettlement } from '../claims/index.ts';
import type { LedgerService } from '../ledger/index.ts';
import type { AutomaticTasks } from '../tasks/index.ts';

export type TrustDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  readonly ledger: LedgerService;
  readonly tasks: AutomaticTasks;
  readonly readSettlement: ReadSettlement;
  /** The matcher that is switched on where the tasks of the account stand. */
  readonly matcherFor: (place: AdministrationKey) => Promise<PaymentMatchPort | null>;
};
