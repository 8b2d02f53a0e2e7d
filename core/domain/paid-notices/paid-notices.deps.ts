import type { Clock, MailPort } from '@inning/sdk';
import type { AdministrationKey, Store } from '../../store/index.ts';
import type { WhoHearsOfPaid } from '../users/index.ts';

export type PaidNoticesDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly whoHearsOfPaid: WhoHearsOfPaid;
  readonly mailFor: (place: AdministrationKey) => Promise<MailPort>;
};
