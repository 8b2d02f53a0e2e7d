import { type Static, Type } from '@inning/sdk';

/** Mollie's names of methods with which a claim can be paid at once (API v2, "Payment method"). */
const METHODS = [
  'ideal',
  'creditcard',
  'bancontact',
  'banktransfer',
  'directdebit',
  'paypal',
  'applepay',
  'googlepay',
  'belfius',
  'kbc',
  'eps',
  'przelewy24',
] as const;

export const MollieSettings = Type.Object(
  {
    methods: Type.Array(Type.Union(METHODS.map((name) => Type.Literal(name))), {
      title: 'Methods',
      description: 'None chosen: every method that is switched on at Mollie',
      default: [],
      uniqueItems: true,
    }),
  },
  { additionalProperties: false },
);
export type MollieSettings = Static<typeof MollieSettings>;
