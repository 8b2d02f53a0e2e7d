import type { Clock } from '@inning/sdk';
import type { Store } from '../../store/index.ts';
import type { LedgerService } from '../ledger/index.ts';
import type { AutomaticTasks } from '../tasks/index.ts';
import type { FindCountry } from './changing/settling.ts';

export type ClaimsDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly countries: FindCountry;
  readonly ledger: LedgerService;
  readonly tasks: AutomaticTasks;
};
