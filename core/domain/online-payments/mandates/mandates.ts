import { DomainError, type Mandate } from '@inning/sdk';
import type { Id, Scope } from '../../../store/index.ts';
import { type Debtor, DebtorNotFoundError, debtors } from '../../debtors/index.ts';
import { placeOf } from '../../routing/index.ts';
import { type DebtorMandate, mandates } from './mandate.model.ts';
import type { OnlinePayment } from '../online-payment.model.ts';
import type { OnlinePaymentsDeps, Provider } from '../online-payments.deps.ts';
import { MandateMissingError } from '../online-payments.errors.ts';

/** What debtors allow: asked with a payment, valid once it is paid, and stopped by a return or by a person. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createMandates({ store, clock, providersFor }: OnlinePaymentsDeps) {
  const table = (scope: Scope) => store.table(mandates).in(scope);

  async function debtorOf(scope: Scope, debtorId: Id): Promise<Debtor> {
    const debtor = await store.table(debtors).in(scope).byId(debtorId);
    if (!debtor) throw new DebtorNotFoundError(debtorId.toHexString());
    return debtor;
  }

  async function payerOf(scope: Scope, debtorId: Id, { pluginId, port }: Provider) {
    const known = await table(scope).findOne({ debtorId, pluginId });
    if (known) return known.payerId;
    const { name } = await debtorOf(scope, debtorId);
    const payer = { key: `payer-${debtorId.toHexString()}`, name };
    return (await port.openPayer?.(payer))?.payerId ?? null;
  }

  /** A provider that tells it differently later is asked again with the payment. */
  async function newest(row: OnlinePayment): Promise<Mandate | null> {
    const provider = (await providersFor(placeOf(row))).find(
      ({ pluginId }) => pluginId === row.pluginId,
    );
    const found = (await provider?.port.mandates?.(row.payerId ?? '')) ?? [];
    return found.find(({ state }) => state === 'valid') ?? null;
  }

  return {
    /** The payer at the provider; null when this one cannot collect. */
    async payerFor(scope: Scope, debtorId: Id, provider: Provider): Promise<string | null> {
      return provider.port.collects === true ? payerOf(scope, debtorId, provider) : null;
    },

    /** Notes that a payment asks for a mandate. One that is valid stays so until another takes its place. */
    async ask(scope: Scope, { payerId, ...row }: OnlinePayment): Promise<void> {
      if (!payerId) return;
      const { debtorId, pluginId } = row;
      const which = { debtorId, pluginId };
      const known = await table(scope).findOne(which);
      if (known?.state === 'valid') return;
      const asked = { ...placeOf(row), payerId, state: 'asked' as const, givenWithId: row._id };
      await table(scope).upsert(which, { $set: asked } as never);
    },

    /** Once the payment is paid: what the payer allowed with it. What the provider cannot tell now waits. */
    async keep(scope: Scope, row: OnlinePayment): Promise<void> {
      if (!row.payerId || row.kind !== 'page' || row.paidCents <= 0) return;
      const asked = { givenWithId: row._id, state: 'asked' as const };
      if ((await table(scope).count(asked)) === 0) return;
      try {
        const told = await newest(row);
        if (!told) return;
        const { mandateId, signedOn, account, holder } = told;
        const since = {
          validSince: clock.now(),
          stoppedAt: null,
          stoppedBy: null,
          stopReason: null,
        };
        await table(scope).updateOne(asked, {
          $set: { state: 'valid', mandateId, signedOn, account, holder, ...since },
        });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    },

    /** Money that was collected came back: nothing is collected any more until the debtor allows it again. */
    async returned(scope: Scope, row: OnlinePayment): Promise<void> {
      if (row.kind !== 'collection' || row.chargedBackCents <= 0) return;
      const { debtorId, pluginId } = row;
      await stop(scope, { debtorId, pluginId }, { by: 'online', reason: 'returned' });
    },

    /**
     * The debtor takes it back, or a person decides so. Nothing is collected from then on; the provider
     * is told too, at once or, when it is away, later. Throws `MandateMissingError`.
     */
    async end(scope: Scope, debtorId: Id, why: Stop): Promise<void> {
      await debtorOf(scope, debtorId);
      if (!(await stop(scope, { debtorId }, { ...why, endsAtProvider: true })))
        throw new MandateMissingError();
      await endAtProvider(scope, { debtorId });
    },

    /** Those that a provider was not told of yet. */
    endRest: (scope: Scope): Promise<void> => endAtProvider(scope, {}),

    /** The mandate that is or was; throws `DebtorNotFoundError`. */
    async of(scope: Scope, debtorId: Id): Promise<DebtorMandate | null> {
      await debtorOf(scope, debtorId);
      return table(scope).findOne({ debtorId, state: { $ne: 'asked' } }, NEWEST);
    },

    /** Null when nothing may be collected; throws `DebtorNotFoundError`. */
    async valid(scope: Scope, debtorId: Id): Promise<DebtorMandate | null> {
      await debtorOf(scope, debtorId);
      return table(scope).findOne({ debtorId, state: 'valid' }, NEWEST);
    },
  };

  async function endAtProvider(scope: Scope, which: object): Promise<void> {
    const rows = await table(scope).find({ ...which, endsAtProvider: true }, { limit: MOST });
    for (const row of rows) {
      try {
        const providers = await providersFor(placeOf(row));
        const { port } = providers.find(({ pluginId }) => pluginId === row.pluginId) ?? {};
        const { payerId, mandateId } = row;
        // A provider that is switched off is told once it is there again.
        if (!port) continue;
        if (mandateId) await port.endMandate?.({ payerId, mandateId });
        const told = { _id: row._id, mandateId: mandateId ?? null };
        await table(scope).updateOne(told, { $set: { endsAtProvider: false } });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }
  }

  async function stop(
    scope: Scope,
    which: object,
    { by, reason, endsAtProvider = false }: Stop & { readonly endsAtProvider?: boolean },
  ): Promise<boolean> {
    const stopped = {
      endsAtProvider,
      stoppedAt: clock.now(),
      stoppedBy: by,
      stopReason: reason,
    };
    const filter = { ...which, state: 'valid' as const };
    const count = await table(scope).updateMany(filter, { $set: { state: 'stopped', ...stopped } });
    return count > 0;
  }
}
/** Of one round; the others are told in the next. */
const MOST = 200;
const NEWEST = { sort: { validSince: -1 } } as const;
type Stop = { readonly by: string; readonly reason: string };
