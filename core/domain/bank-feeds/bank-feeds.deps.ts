import type { BankFeedPort, Clock } from '@inning/sdk';
import type { AdministrationKey, Store } from '../../store/index.ts';
import type { StatementService } from '../payments/index.ts';
import type { AutomaticTasks } from '../tasks/index.ts';
import type { Trust } from '../trust/index.ts';

export type FeedsFor = (
  place: AdministrationKey,
) => Promise<readonly { readonly pluginId: string; readonly port: BankFeedPort }[]>;

/** The browser of whoever connects: what a bank sends back must come back to it. */
export type ConnectingPerson = {
  readonly agencyId: string;
  readonly userId: string;
  readonly sessionToken: string;
};
/** Signing in at a bank on behalf of a connection; the host keeps what the bank gives. */
export type BankSignIns = {
  start(
    held: BankSignIn,
    by: ConnectingPerson,
    to: { readonly returnTo: string; readonly parameters: Readonly<Record<string, string>> },
  ): Promise<{ readonly url: string }>;
  forget(held: BankSignIn): Promise<void>;
};
type BankSignIn = {
  readonly pluginId: string;
  readonly credential: string;
  readonly agencyId: string;
  readonly holder: string;
};

export type BankFeedsDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly tasks: AutomaticTasks;
  readonly statements: Pick<StatementService, 'receive'>;
  readonly trust: Pick<Trust, 'trustStatementFiles' | 'trustAccounts'>;
  /** The connectors that are switched on for an administration. */
  readonly feedsFor: FeedsFor;
  readonly signIns: BankSignIns;
  readonly publicUrl: string;
};
