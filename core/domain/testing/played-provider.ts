import {
  cents,
  ConnectorAmbiguousError,
  ConnectorRefusedError,
  ConnectorUnavailableError,
  type PaymentProviderPort,
  type PaymentRequest,
  type PaymentStatus,
  type Settlement,
} from '@inning/sdk';

const ERRORS = {
  CONNECTOR_AMBIGUOUS: ConnectorAmbiguousError,
  CONNECTOR_REFUSED: ConnectorRefusedError,
  CONNECTOR_UNAVAILABLE: ConnectorUnavailableError,
};
type Fault = keyof typeof ERRORS;
type RefundRequest = Parameters<PaymentProviderPort['refund']>[0];

let played = 0;

export type PlayedProvider = ReturnType<typeof playProvider>;

/** A provider that keeps the contract and says what a test wants it to say; for tests of this room. */
export function playProvider() {
  const asked: PaymentRequest[] = [];
  const refunded: RefundRequest[] = [];
  const looked: string[] = [];
  // Providers are many in one database of a test: their numbers must not meet.
  const prefix = `p${(played += 1)}-`;
  let fault: Fault | null = null;
  let told: Partial<PaymentStatus> = {};
  let settled: readonly Settlement[] = [];
  const orFail = () => {
    if (fault !== null) throw new ERRORS[fault]('The provider of the test says no.');
  };
  const port: PaymentProviderPort = {
    isIdempotent: true,
    concurrency: 1,
    async create(request) {
      orFail();
      const before = asked.findIndex(({ key }) => key === request.key);
      if (before < 0) asked.push(request);
      const number = before < 0 ? asked.length : before + 1;
      return { providerId: `${prefix}${number}`, payUrl: `https://pay.example/${number}` };
    },
    async status(providerId) {
      orFail();
      looked.push(providerId);
      return {
        state: 'open',
        paidCents: cents(0),
        refundedCents: cents(0),
        chargedBackCents: cents(0),
        paidAt: null,
        method: null,
        payerName: null,
        payerAccount: null,
        ...told,
      };
    },
    cancel: async () => ({ isCancelled: false }),
    async refund(request) {
      orFail();
      const before = refunded.findIndex(({ key }) => key === request.key);
      if (before < 0) refunded.push(request);
      return { refundId: `r${before < 0 ? refunded.length : before + 1}` };
    },
    readWebhook: async ({ body }) => (body.startsWith('id=') ? [body.slice(3)] : []),
    settlements: async () => {
      orFail();
      return { settlements: settled, next: null };
    },
  };
  return {
    port,
    asked,
    refunded,
    looked,
    say: (status: Partial<PaymentStatus>) => void (told = status),
    settle: (...settlements: readonly Settlement[]) => void (settled = settlements),
    fail: (next: Fault | null) => void (fault = next),
  };
}
