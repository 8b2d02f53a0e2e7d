import type { Clock, PaymentProviderPort } from '@inning/sdk';
import type { AdministrationKey, Store } from '../../store/index.ts';
import type { BankLineService, PaymentService } from '../payments/index.ts';
import type { AutomaticTasks } from '../tasks/index.ts';
import type { ClaimToday } from './find-items.ts';

/** A connector that takes payments, and the plugin it belongs to. */
export type Provider = { readonly pluginId: string; readonly port: PaymentProviderPort };

export type OnlinePaymentsDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly payments: PaymentService;
  readonly bankLines: Pick<BankLineService, 'explain'>;
  readonly tasks: AutomaticTasks;
  readonly claimToday: ClaimToday;
  /** Those that are switched on for an administration, the one to use first. */
  readonly providersFor: (place: AdministrationKey) => Promise<readonly Provider[]>;
  /** Where the payer comes back to, and where the provider calls; null when it cannot reach us. */
  readonly addresses: {
    backTo(onlinePaymentId: string): string;
    webhook(onlinePaymentId: string): string | null;
  };
};
