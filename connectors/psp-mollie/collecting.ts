import {
  asFields,
  asText,
  type CalendarDate,
  ConnectorAmbiguousError,
  ConnectorRefusedError,
  isCalendarDate,
  type JsonFields,
  type Mandate,
  type PaymentProviderPort,
  type PluginHttp,
} from '@inning/sdk';
import { amountOf } from './amounts.ts';
import { askMollie, embeddedRows } from './ask-mollie.ts';

/** Methods with which a payer can give a mandate for the account (API v2, "Recurring payments"). */
export const FIRST_METHODS: ReadonlySet<string> = new Set([
  'ideal',
  'bancontact',
  'belfius',
  'kbc',
  'eps',
]);
const MANDATES_PER_PAGE = 250;
const STATES: Readonly<Record<string, Mandate['state']>> = {
  valid: 'valid',
  pending: 'pending',
  invalid: 'ended',
};

type Collecting = Required<
  Pick<PaymentProviderPort, 'collects' | 'openPayer' | 'mandates' | 'endMandate' | 'collect'>
>;

/** Direct debit: a customer, the mandate that a first payment leaves, and payments on it. */
export function createCollecting(http: PluginHttp): Collecting {
  return {
    collects: true,

    async openPayer({ key, name }) {
      const answer = await askMollie(http, {
        path: '/customers',
        method: 'POST',
        json: { name, metadata: { key } },
        key,
      });
      return { payerId: idOf(answer, 'customer') };
    },

    async mandates(payerId) {
      const path = `/customers/${encodeURIComponent(payerId)}/mandates?limit=${MANDATES_PER_PAGE}`;
      return embeddedRows(await askMollie(http, { path }), 'mandates')
        .filter((row) => row['method'] === 'directdebit')
        .map(mandateOf);
    },

    async endMandate({ payerId, mandateId }) {
      const [payer, mandate] = [payerId, mandateId].map(encodeURIComponent);
      const path = `/customers/${payer}/mandates/${mandate}`;
      try {
        await askMollie(http, { path, method: 'DELETE', key: `end-${mandateId}` });
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    },

    async collect({ payerId, mandateId, amountCents, currency, ...request }) {
      const { key, description, reference, webhookUrl } = request;
      const answer = await askMollie(http, {
        path: '/payments',
        method: 'POST',
        json: {
          amount: amountOf(amountCents, currency),
          description,
          // Nobody is sent anywhere; their description asks for the field all the same.
          redirectUrl: null,
          sequenceType: 'recurring',
          customerId: payerId,
          mandateId,
          ...(webhookUrl === null ? {} : { webhookUrl }),
          metadata: { reference, key },
        },
        key,
      });
      return { providerId: idOf(answer, 'payment') };
    },
  };
}

/** Deleted before, or never there: what was wanted is so. */
const isGone = (error: unknown): boolean =>
  error instanceof ConnectorRefusedError && [404, 410].includes(Number(error.details['status']));

function idOf(answer: JsonFields, what: string): string {
  const id = asText(answer['id']);
  if (id === null) throw new ConnectorAmbiguousError(`Mollie answered without a ${what}.`);
  return id;
}

function mandateOf(row: JsonFields): Mandate {
  const details = asFields(row['details']);
  const signedOn = asText(row['signatureDate']);
  return {
    mandateId: asText(row['id']) ?? '',
    state: STATES[asText(row['status']) ?? ''] ?? 'pending',
    signedOn: isCalendarDate(signedOn) ? (signedOn as CalendarDate) : null,
    account: asText(details['consumerAccount']),
    holder: asText(details['consumerName']),
  };
}
