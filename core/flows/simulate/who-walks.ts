import type { Administration } from '../../domain/administrations/index.ts';
import type { Debtor } from '../../domain/debtors/index.ts';
import type { Id } from '../../store/index.ts';
import type { Facts } from '../engine/facts/index.ts';
import type { Instance } from '../instances/instance.model.ts';
import type { Example } from './examples/examples.ts';

/** A debtor of the books, or an example who stands in nobody's. */
export type Who =
  | {
      readonly debtorId: Id;
      /** Where the debtor must be a debtor of, when it is named. */
      readonly administrationId?: Id | undefined;
    }
  | {
      readonly example: Example;
      /** In whose books; the first that is seen when left out. */
      readonly administrationId?: Id | undefined;
    };

/** Who walks in a simulation, and what is true of it today. */
export type Staged = {
  readonly debtor: Debtor;
  readonly administration: Administration;
  /** What runs for it already. */
  readonly live: readonly Instance[];
  readonly openInvoiceIds: readonly Id[];
  readonly factsOf: (instance: Pick<Instance, 'debtorId' | 'invoiceId'>) => Facts | null;
};
