import { Type } from 'typebox';
import { Day, OneOf, OrNull, Text } from './answer-shapes.ts';
import type { PortAct } from './outside-checks.ts';

/** A payment that a debtor is asked for. */
export const aPayment = (key: string) => ({
  key,
  amountCents: 12_500,
  currency: 'EUR',
  description: 'Factuur 2026-001',
  reference: 'RF18539007547034',
  language: 'nl',
  returnUrl: 'https://betalen.deketting.example/dank',
  webhookUrl: null,
  expiresOn: null,
});
export const CreatedPayment = Type.Object({
  providerId: Text,
  payUrl: Type.String({ pattern: '^https://' }),
});

const onlyIf = 'collects';

/**
 * What a provider that collects on mandates does besides. Names of mandates are the provider's own: one that
 * looks at them says in its samples for `collect` and `endMandate` what they look like.
 */
export const COLLECTING_ACTS: readonly PortAct[] = [
  {
    method: 'openPayer',
    onlyIf,
    acts: true,
    args: (key) => [{ key, name: 'Sanne de Vries' }],
    answer: Type.Object({ payerId: Text }),
  },
  {
    method: 'create',
    as: 'create for a mandate',
    onlyIf,
    acts: true,
    after: 'openPayer',
    args: (key, { payerId }) => [{ ...aPayment(key), mandateOf: payerId }],
    answer: CreatedPayment,
  },
  {
    method: 'mandates',
    onlyIf,
    acts: false,
    after: 'openPayer',
    args: (_key, { payerId }) => [payerId],
    answer: Type.Array(
      Type.Object({
        mandateId: Text,
        state: OneOf('valid', 'pending', 'ended'),
        signedOn: OrNull(Day),
        account: OrNull(Text),
        holder: OrNull(Text),
      }),
    ),
  },
  {
    method: 'collect',
    onlyIf,
    acts: true,
    after: 'openPayer',
    args: (key, { payerId }) => {
      const { amountCents, currency, description, reference, webhookUrl } = aPayment(key);
      const asked = { key, amountCents, currency, description, reference, webhookUrl };
      return [{ ...asked, payerId, mandateId: 'mandate-1' }];
    },
    answer: Type.Object({ providerId: Text }),
  },
  {
    method: 'endMandate',
    onlyIf,
    // Ending it once more changes nothing, so it needs no key.
    acts: false,
    forgivesUnknown: true,
    after: 'openPayer',
    args: (_key, { payerId }) => [{ payerId, mandateId: 'mandate-1' }],
    answer: Type.Union([Type.Undefined(), Type.Null()]),
  },
];
