import {
  asFields,
  asText,
  ConnectorAmbiguousError,
  type Locale,
  type PaymentProviderPort,
  type PaymentRequest,
  type PluginHttp,
} from '@inning/sdk';
import { amountOf } from './amounts.ts';
import { askMollie, embeddedRows } from './ask-mollie.ts';
import type { MollieSettings } from './mollie-settings.ts';
import { createCollecting, FIRST_METHODS } from './collecting.ts';
import { readPayment } from './read-payment.ts';
import { readSettlements } from './read-settlements.ts';

const LOCALES: Readonly<Record<Locale, string>> = {
  nl: 'nl_NL',
  en: 'en_GB',
  de: 'de_DE',
  fr: 'fr_FR',
};
const PAYMENT_ID = /^tr_[A-Za-z0-9]{1,60}$/;
const REFUNDS_PER_PAGE = 250;

export function createMolliePayments(
  http: PluginHttp,
  { methods }: MollieSettings,
): PaymentProviderPort {
  return {
    isIdempotent: true,
    concurrency: 5,
    ...createCollecting(http),

    async create(request) {
      const json = paymentOf(request, methods);
      const answer = await askMollie(http, {
        path: '/payments',
        method: 'POST',
        json,
        key: request.key,
      });
      const providerId = asText(answer['id']);
      const payUrl = asText(asFields(asFields(answer['_links'])['checkout'])['href']);
      if (providerId === null || payUrl === null || !payUrl.startsWith('https://')) {
        throw new ConnectorAmbiguousError('Mollie answered without a page to pay on.');
      }
      return { providerId, payUrl };
    },

    async status(providerId) {
      return readPayment(await askMollie(http, { path: pathOf(providerId) }));
    },

    async cancel(providerId) {
      const path = pathOf(providerId);
      const { isCancelable } = await askMollie(http, { path });
      if (isCancelable !== true) return { isCancelled: false };
      const { status } = await askMollie(http, { path, method: 'DELETE' });
      return { isCancelled: status === 'canceled' };
    },

    async refund({ key, providerId, amountCents, description }) {
      const known = await refundWith(http, key, providerId);
      if (known !== null) return { refundId: known };
      const answer = await askMollie(http, {
        path: `${pathOf(providerId)}/refunds`,
        method: 'POST',
        json: { amount: amountOf(amountCents, 'EUR'), description, metadata: { key } },
        key,
      });
      const refundId = asText(answer['id']);
      if (refundId === null) {
        throw new ConnectorAmbiguousError('Mollie answered without the number of the refund.');
      }
      return { refundId };
    },

    async readWebhook({ body }) {
      const id = new URLSearchParams(body).get('id') ?? '';
      return PAYMENT_ID.test(id) ? [id] : [];
    },

    settlements: (query) => settlementsOf(http, query),
  };
}

const pathOf = (providerId: string) => `/payments/${encodeURIComponent(providerId)}`;

/** A refund made with this key before, also longer ago than Mollie remembers keys. */
async function refundWith(
  http: PluginHttp,
  key: string,
  providerId: string,
): Promise<string | null> {
  const path = `${pathOf(providerId)}/refunds?limit=${REFUNDS_PER_PAGE}`;
  const refunds = embeddedRows(await askMollie(http, { path }), 'refunds');
  const known = refunds.find((refund) => asFields(refund['metadata'])['key'] === key);
  return known ? asText(known['id']) : null;
}

async function settlementsOf(
  http: PluginHttp,
  query: Parameters<PaymentProviderPort['settlements']>[0],
) {
  try {
    return await readSettlements(http, query);
  } catch (error) {
    if (!isMissing(error)) throw error;
    return { settlements: [], next: null };
  }
}

/** Nobody entered the token of the organisation. By its code: from the sandbox an error comes as data. */
const isMissing = (error: unknown) =>
  (error as { code?: unknown } | null)?.code === 'CREDENTIAL_MISSING';

/** A mandate is given with some methods only; of those that were chosen the others are left out then. */
function methodsOf({ mandateOf }: PaymentRequest, chosen: readonly string[]) {
  const usable = mandateOf === undefined ? chosen : chosen.filter((one) => FIRST_METHODS.has(one));
  return usable.length === 0 ? {} : { method: usable };
}

function paymentOf(request: PaymentRequest, methods: readonly string[]): object {
  return {
    amount: amountOf(request.amountCents, request.currency),
    description: request.description,
    redirectUrl: request.returnUrl,
    ...(request.webhookUrl === null ? {} : { webhookUrl: request.webhookUrl }),
    ...methodsOf(request, methods),
    ...(request.mandateOf === undefined
      ? {}
      : { customerId: request.mandateOf, sequenceType: 'first' }),
    locale: LOCALES[request.language],
    metadata: { reference: request.reference, key: request.key },
  };
}
