import { Type } from 'typebox';
import { Cents, Day, Moment, OneOf, OrNull, Text } from './answer-shapes.ts';
import { aPayment, COLLECTING_ACTS, CreatedPayment } from './collecting-acts.ts';
import type { PortAct } from './outside-checks.ts';

/** A connector that knows several banks says in its samples which one is asked. */
const ASKED = { consent: 'sample', accountId: 'account-1' };

export const BANK_FEED_ACTS: readonly PortAct[] = [
  {
    method: 'banks',
    acts: false,
    staysInside: true,
    args: () => [],
    answer: Type.Array(
      Type.Object({
        id: Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' }),
        title: Text,
        asks: OneOf('consent', 'key'),
        consentDays: OrNull(Type.Integer({ minimum: 1 })),
        readsPerDay: Type.Integer({ minimum: 1 }),
        credentials: Type.Array(Text),
        isSetUp: Type.Boolean(),
      }),
      { minItems: 1 },
    ),
  },
  {
    method: 'begin',
    acts: false,
    mayStayInside: true,
    args: () => [
      {
        bank: 'sample',
        holder: 'connection-1',
        returnUrl: 'https://incasso.deketting.example/bank/connect',
        until: '2026-08-01',
        language: 'nl',
        personIp: '192.0.2.10',
      },
    ],
    answer: Type.Object({
      consent: Text,
      url: OrNull(Type.String({ pattern: '^https://' })),
      signIn: OrNull(
        Type.Object({ credential: Text, parameters: Type.Record(Type.String(), Type.String()) }),
      ),
    }),
  },
  {
    method: 'consent',
    acts: false,
    args: () => [ASKED],
    answer: Type.Object({
      state: OneOf('waiting', 'given', 'refused', 'ended'),
      until: OrNull(Day),
    }),
  },
  {
    method: 'accounts',
    acts: false,
    args: () => [ASKED],
    answer: Type.Array(
      Type.Object({ id: Text, account: Text, currency: Text, holder: OrNull(Text) }),
    ),
  },
  {
    method: 'lines',
    acts: false,
    args: () => [{ ...ASKED, from: '2026-03-01', until: '2026-03-14', cursor: null }],
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
    args: () => [ASKED],
    answer: OrNull(Type.Object({ bookedCents: Cents, on: Day })),
  },
];

export const PAYMENT_PROVIDER_ACTS: readonly PortAct[] = [
  {
    method: 'create',
    acts: true,
    args: (key) => [aPayment(key)],
    answer: CreatedPayment,
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
  ...COLLECTING_ACTS,
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
