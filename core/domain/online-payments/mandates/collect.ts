import { type Cents, ConnectorAmbiguousError, DomainError, sumCents } from '@inning/sdk';
import { type Id, isDuplicateKey, newId, type Scope, toId } from '../../../store/index.ts';
import { findAdministration, todayOf } from '../../administrations/index.ts';
import { creditors } from '../../creditors/index.ts';
import { InvoiceNotFoundError, invoices } from '../../invoices/index.ts';
import { placeOf } from '../../routing/index.ts';
import { createFindItems, type PayableItem } from '../find-items.ts';
import type { DebtorMandate } from './mandate.model.ts';
import type { createMandates } from './mandates.ts';
import { nextLook } from '../next-look.ts';
import { type OnlinePayment, onlinePayments } from '../online-payment.model.ts';
import type { OnlinePaymentsDeps } from '../online-payments.deps.ts';
import {
  CollectionUnderWayError,
  MandateMissingError,
  NothingToPayError,
  ProviderGoneError,
} from '../online-payments.errors.ts';

type Deps = OnlinePaymentsDeps & { readonly mandates: ReturnType<typeof createMandates> };
export type Collecting = { readonly debtorId: Id; readonly invoiceIds: readonly string[] };

/** As long as this stands with a payment, no other collection from the debtor begins. */
export const COLLECTING = 'collection';
/** How long a provider is sure to know a key again. */
const SURE_MS = 50 * 60_000;
const LONGEST = 100;

/**
 * Collects what is open today of chosen invoices on the mandate of the debtor. It is a payment as any other
 * once the provider says it is paid, and is taken back as any other. Throws `MandateMissingError`,
 * `InvoiceNotFoundError`,
 * `CollectionUnderWayError`, `NothingToPayError`, `ProviderGoneError` and what the connector throws.
 */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createCollect(deps: Deps) {
  const { store, clock } = deps;
  const findItems = createFindItems(deps.claimToday);
  const table = (scope: Scope) => store.table(onlinePayments).in(scope);

  /** Asks the provider; with the same key again when nobody knows whether it heard. */
  async function send(scope: Scope, row: OnlinePayment): Promise<OnlinePayment> {
    const mandate = await deps.mandates.valid(scope, row.debtorId);
    try {
      const { providerId } = await ask(scope, row, mandate);
      const lookAgainAt = nextLook(row.startedAt, clock.now());
      const made = { providerId, state: 'pending' as const, lookAgainAt };
      return (await table(scope).change({ _id: row._id }, { $set: made })) ?? row;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // It may have heard: the same key is sent again by itself, and nothing else is collected meanwhile.
      if (error instanceof ConnectorAmbiguousError) return row;
      await table(scope).updateOne({ _id: row._id }, { $set: { state: 'failed', samePage: null } });
      throw error;
    }
  }

  async function ask(scope: Scope, row: OnlinePayment, mandate: DebtorMandate | null) {
    if (!mandate?.mandateId) throw new MandateMissingError();
    const providers = await deps.providersFor(placeOf(row));
    const provider = providers.find(({ pluginId }) => pluginId === row.pluginId);
    if (!provider?.port.collect) throw new ProviderGoneError(row.pluginId);
    const { _id, amountCents, currency, creditorId } = row;
    const creditor = await store.table(creditors).in(scope).byId(creditorId);
    const id = _id.toHexString();
    const reference = row.reference ?? id;
    return provider.port.collect({
      key: id,
      payerId: mandate.payerId,
      mandateId: mandate.mandateId,
      amountCents: amountCents as Cents,
      currency,
      description: `${creditor?.name ?? ''} ${reference}`.trim().slice(0, LONGEST),
      reference,
      webhookUrl: deps.addresses.webhook(id),
    });
  }

  async function assertKnown(scope: Scope, invoiceIds: readonly string[]): Promise<void> {
    const found = await store
      .table(invoices)
      .in(scope)
      .find({ _id: { $in: invoiceIds.map(toId) } }, { fields: ['_id'] });
    const known = new Set(found.map(({ _id }) => _id.toHexString()));
    const unknown = invoiceIds.find((id) => !known.has(id));
    if (unknown !== undefined) throw new InvoiceNotFoundError(unknown);
  }

  return {
    async collect(scope: Scope, { debtorId, invoiceIds }: Collecting): Promise<OnlinePayment> {
      const mandate = await deps.mandates.valid(scope, debtorId);
      await assertKnown(scope, invoiceIds);
      if (!mandate) throw new MandateMissingError();
      const wanted = new Set(invoiceIds);
      const items = await findItems(scope, debtorId);
      const chosen = items.filter(({ invoiceId }) => wanted.has(invoiceId.toHexString()));
      if (chosen.length === 0) throw new NothingToPayError();
      const row = await rowOf(deps, scope, { mandate, chosen });
      try {
        return await send(scope, await table(scope).insert(row));
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const other = await table(scope).findOne({ debtorId, samePage: COLLECTING });
        throw new CollectionUnderWayError(other ? other._id.toHexString() : '');
      }
    },

    /** Those of which nobody knows whether the provider heard, while it is sure to know the key. */
    async sendAgain(scope: Scope): Promise<void> {
      const startedAt = { $gt: new Date(clock.now().getTime() - SURE_MS) };
      const unsure = { kind: 'collection' as const, state: 'starting' as const, startedAt };
      for (const row of await table(scope).find(unsure, { limit: 50 })) {
        await send(scope, row).catch((error: unknown) => {
          if (!(error instanceof DomainError)) throw error;
        });
      }
    },
  };
}

type Chosen = { readonly mandate: DebtorMandate; readonly chosen: readonly PayableItem[] };

async function rowOf({ store, clock }: Deps, scope: Scope, { mandate, chosen }: Chosen) {
  const place = placeOf(mandate);
  const books = await findAdministration(store, scope, { id: place.administrationId });
  return {
    _id: newId(),
    ...place,
    debtorId: mandate.debtorId,
    kind: 'collection' as const,
    payerId: mandate.payerId,
    communicationId: null,
    items: chosen.map(({ invoiceId, openCents }) => ({
      invoiceId,
      amountCents: openCents,
    })) as unknown as OnlinePayment['items'],
    amountCents: sumCents(chosen.map((item) => item.openCents)),
    currency: books.currency,
    reference: chosen
      .map((item) => item.number)
      .join(' ')
      .slice(0, LONGEST),
    pluginId: mandate.pluginId,
    state: 'starting' as const,
    samePage: COLLECTING,
    startedOn: await todayOf({ store, clock }, place.administrationId),
    startedAt: clock.now(),
    paidCents: 0,
    refundedCents: 0,
    chargedBackCents: 0,
  };
}
