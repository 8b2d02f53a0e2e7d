import {
  type Cents,
  ConnectorUnavailableError,
  DomainError,
  type Locale,
  sumCents,
} from '@inning/sdk';
import {
  type AdministrationKey,
  type Id,
  isDuplicateKey,
  newId,
  type Scope,
} from '../../../store/index.ts';
import { administrations, todayOf } from '../../administrations/index.ts';
import { createFindItems, type PayableItem } from '../find-items.ts';
import type { createMandates } from '../mandates/mandates.ts';
import { nextLook } from '../next-look.ts';
import { type OnlinePayment, onlinePayments } from '../online-payment.model.ts';
import type { OnlinePaymentsDeps, Provider } from '../online-payments.deps.ts';
import {
  NothingToPayError,
  ProviderGoneError,
  TooManyAttemptsError,
} from '../online-payments.errors.ts';

export type WantToPay = {
  readonly place: AdministrationKey;
  readonly debtorId: Id;
  readonly communicationId: Id | null;
  /** What the payer chose; what is open of it today is asked, whatever the page said. */
  readonly invoiceIds: readonly string[];
  readonly language: Locale;
  /** What the payer reads at the bank. */
  readonly creditorName: string;
  /** The payer allows that later amounts are collected, where the creditor offers that. */
  readonly givesMandate?: boolean;
};

/** Somebody who presses twice gets the same page to pay on. */
const SAME_PAGE_MS = 10 * 60_000;
const HOUR_MS = 3_600_000;
const MOST_AN_HOUR = 20;
const LONGEST_DESCRIPTION = 100;

/**
 * Asks the provider for a page to pay on. Throws `NothingToPayError`, `ProviderGoneError` when there is
 * no provider, and what the connector throws; then nothing can have been paid.
 */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createStartPayment(deps: StartDeps) {
  const { store, clock, providersFor } = deps;
  const findItems = createFindItems(deps.claimToday);
  return async (scope: Scope, wanted: WantToPay): Promise<{ readonly payUrl: string }> => {
    const chosen = chooseItems(await findItems(scope, wanted.debtorId), wanted);
    const [provider] = await providersFor(wanted.place);
    if (!provider) throw new ProviderGoneError('payment-provider');
    const payerId = await payerOf(scope, wanted, provider);
    const attempt = { wanted, chosen, provider, payerId };
    const { row, isNew } = await reserve(scope, attempt);
    if (row.payUrl) return { payUrl: row.payUrl };
    // Pressed twice at one moment: the same key asks the provider for the same page once more.
    if (!isNew && !provider.port.isIdempotent) {
      throw new ConnectorUnavailableError('The page to pay on is being made just now.');
    }
    return make(scope, row, attempt);
  };

  /** Who may collect later; null when that is not offered, not wanted or not possible. */
  async function payerOf(scope: Scope, { givesMandate, debtorId, place }: WantToPay, by: Provider) {
    if (givesMandate !== true) return null;
    const books = await store.table(administrations).in(scope).byId(place.administrationId);
    return books?.offersDirectDebit ? deps.mandates.payerFor(scope, debtorId, by) : null;
  }

  /** One row for what is asked: who presses again, or twice at one moment, gets the one that is there. */
  async function reserve(scope: Scope, attempt: Attempt): Promise<Reserved> {
    const { debtorId } = attempt.wanted;
    const samePage = signatureOf(attempt);
    const table = store.table(onlinePayments).in(scope);
    const tooOld = { $lte: new Date(clock.now().getTime() - SAME_PAGE_MS) };
    await table.updateMany({ debtorId, samePage, startedAt: tooOld }, { $set: { samePage: null } });
    const before = await table.findOne({ debtorId, samePage });
    if (before) return { row: before, isNew: false };
    await refuseMany(deps, scope, attempt.wanted);
    try {
      const row = await table.insert(await rowOf(deps, scope, attempt));
      await deps.mandates.ask(scope, row);
      return { row, isNew: true };
    } catch (error) {
      const other = isDuplicateKey(error) ? await table.findOne({ debtorId, samePage }) : null;
      if (!other) throw error;
      return { row: other, isNew: false };
    }
  }

  async function make(scope: Scope, row: OnlinePayment, attempt: Attempt) {
    const table = store.table(onlinePayments).in(scope);
    try {
      const { port } = attempt.provider;
      const { providerId, payUrl } = await port.create(requestOf(deps, row, attempt));
      const lookAgainAt = nextLook(row.startedAt, clock.now());
      const made = { providerId, payUrl, state: 'open' as const, lookAgainAt };
      // Also when the same was asked twice and the other one failed: somebody may pay on this page.
      const unmade = {
        _id: row._id,
        state: { $in: ['starting', 'failed'] as const },
        providerId: null,
      };
      await table.updateOne(unmade as never, { $set: made });
      return { payUrl };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // Nobody was sent to a page, so nobody can have paid on it.
      await table.updateOne(
        { _id: row._id, state: 'starting' },
        { $set: { state: 'failed', samePage: null } },
      );
      throw error;
    }
  }
}

type StartDeps = OnlinePaymentsDeps & { readonly mandates: ReturnType<typeof createMandates> };
type Reserved = { readonly row: OnlinePayment; readonly isNew: boolean };

function chooseItems(items: readonly PayableItem[], { invoiceIds }: WantToPay) {
  const wanted = new Set(invoiceIds);
  const chosen = items.filter(({ invoiceId }) => wanted.has(invoiceId.toHexString()));
  if (chosen.length === 0) throw new NothingToPayError();
  return chosen;
}

/** Who holds a link should not be able to fill the books of a provider with it. */
async function refuseMany(
  { store, clock }: OnlinePaymentsDeps,
  scope: Scope,
  { debtorId }: WantToPay,
) {
  const startedAt = { $gt: new Date(clock.now().getTime() - HOUR_MS) };
  const tried = await store.table(onlinePayments).in(scope).count({ debtorId, startedAt });
  if (tried >= MOST_AN_HOUR) throw new TooManyAttemptsError();
}

async function rowOf(
  { store, clock }: OnlinePaymentsDeps,
  scope: Scope,
  { wanted, chosen, provider, payerId }: Attempt,
) {
  const { place } = wanted;
  const administration = await store.table(administrations).in(scope).byId(place.administrationId);
  return {
    _id: newId(),
    ...place,
    debtorId: wanted.debtorId,
    communicationId: wanted.communicationId,
    items: chosen.map(({ invoiceId, openCents }) => ({
      invoiceId,
      amountCents: openCents,
    })) as unknown as OnlinePayment['items'],
    amountCents: sumCents(chosen.map((item) => item.openCents)),
    currency: administration?.currency ?? 'EUR',
    pluginId: provider.pluginId,
    state: 'starting' as const,
    payerId,
    samePage: signatureOf({ wanted, chosen, provider, payerId }),
    startedOn: await todayOf({ store, clock }, place.administrationId),
    startedAt: clock.now(),
    paidCents: 0,
    refundedCents: 0,
    chargedBackCents: 0,
  };
}

function requestOf(
  { addresses }: OnlinePaymentsDeps,
  row: OnlinePayment,
  { wanted, chosen }: Attempt,
) {
  const id = row._id.toHexString();
  const numbers = chosen.map((item) => item.number).join(' ');
  return {
    key: id,
    amountCents: row.amountCents as Cents,
    currency: row.currency,
    description: `${wanted.creditorName} ${numbers}`.slice(0, LONGEST_DESCRIPTION),
    reference: numbers.slice(0, LONGEST_DESCRIPTION),
    language: wanted.language,
    returnUrl: addresses.backTo(id),
    webhookUrl: addresses.webhook(id),
    expiresOn: null,
    ...(row.payerId ? { mandateOf: row.payerId } : {}),
  };
}

type Attempt = {
  readonly wanted: WantToPay;
  readonly chosen: readonly PayableItem[];
  readonly provider: Provider;
  readonly payerId: string | null;
};

const signatureOf = ({ chosen, provider, payerId }: Attempt): string =>
  [
    provider.pluginId,
    payerId ?? '',
    ...chosen.map(({ invoiceId, openCents }) => `${invoiceId.toHexString()}=${openCents}`).sort(),
  ].join();
