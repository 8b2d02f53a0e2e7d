import { Type } from 'typebox';
import { Cents, Day, Moment, OneOf, OrNull, Text } from './answer-shapes.ts';
import type { PortAct } from './outside-checks.ts';

const ACCOUNT = 'NL91ABNA0417164300';

export const BANK_FEED_ACTS: readonly PortAct[] = [
  {
    method: 'accounts',
    acts: false,
    args: () => [],
    answer: Type.Array(
      Type.Object({
        account: Text,
        currency: Text,
        holder: OrNull(Text),
        consentUntil: OrNull(Day),
      }),
    ),
  },
  {
    method: 'lines',
    acts: false,
    args: () => [{ account: ACCOUNT, from: '2026-03-01', until: '2026-03-14', cursor: null }],
    answer: Type.Object({
      lines: Type.Array(
        Type.Object({
          bankReference: Text,
          bookedOn: Day,
          valueOn: OrNull(Day),
          amountCents: Cents,
          currency: Text,
          counterpartyName: OrNull(Text),
          counterpartyAccount: OrNull(Text),
          description: Type.String(),
          isReversal: Type.Boolean(),
        }),
      ),
      next: OrNull(Text),
    }),
  },
  {
    method: 'balance',
    acts: false,
    args: () => [ACCOUNT],
    answer: OrNull(Type.Object({ bookedCents: Cents, on: Day })),
  },
];

export const PAYMENT_PROVIDER_ACTS: readonly PortAct[] = [
  {
    method: 'create',
    acts: true,
    args: (key) => [
      {
        key,
        amountCents: 12_500,
        currency: 'EUR',
        description: 'Factuur 2026-001',
        reference: 'RF18539007547034',
        language: 'nl',
        returnUrl: 'https://betalen.deketting.example/dank',
        webhookUrl: null,
        expiresOn: null,
      },
    ],
    answer: Type.Object({ providerId: Text, payUrl: Type.String({ pattern: '^https://' }) }),
  },
  {
    method: 'status',
    acts: false,
    after: 'create',
    args: (_key, { providerId }) => [providerId],
    answer: Type.Object({
      state: OneOf('open', 'pending', 'paid', 'failed', 'expired', 'cancelled'),
      paidCents: Cents,
      refundedCents: Cents,
      chargedBackCents: Cents,
      paidAt: OrNull(Moment),
      method: OrNull(Text),
      payerName: OrNull(Text),
      payerAccount: OrNull(Text),
    }),
  },
  {
    method: 'cancel',
    acts: false,
    after: 'create',
    args: (_key, { providerId }) => [providerId],
    answer: Type.Object({ isCancelled: Type.Boolean() }),
  },
  {
    method: 'refund',
    acts: true,
    after: 'create',
    args: (key, { providerId }) => [
      { key, providerId, amountCents: 2_500, description: 'Te veel betaald' },
    ],
    answer: Type.Object({ refundId: Text }),
  },
  {
    method: 'readWebhook',
    acts: false,
    staysInside: true,
    args: () => [{ headers: { 'content-type': 'text/plain' }, body: 'not of this provider' }],
    answer: Type.Array(Text),
  },
  {
    method: 'settlements',
    acts: false,
    args: () => [{ from: '2026-01-01', cursor: null }],
    answer: Type.Object({
      settlements: Type.Array(
        Type.Object({
          settlementId: Text,
          reference: Text,
          settledOn: Day,
          amountCents: Cents,
          currency: Text,
          lines: Type.Array(
            Type.Object({
              kind: OneOf('payment', 'refund', 'chargeback', 'fee'),
              providerId: OrNull(Text),
              amountCents: Cents,
            }),
          ),
        }),
      ),
      next: OrNull(Text),
    }),
  },
];

export const CREDIT_RATING_ACTS: readonly PortAct[] = [
  {
    method: 'rate',
    acts: true,
    args: (key) => [
      {
        key,
        party: { kind: 'business', name: 'Bakkerij BV', companyNumber: '12345678', address: null },
      },
    ],
    answer: Type.Object({
      verdict: OneOf('good', 'doubtful', 'bad', 'unknown'),
      score: OrNull(Text),
      limitCents: OrNull(Cents),
      ratedOn: OrNull(Day),
      reasons: Type.Array(Text),
    }),
  },
];
