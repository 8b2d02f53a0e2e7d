import { type Static, Type } from '@inning/sdk';
import { BANKS } from './banks.ts';

export const Xs2aSettings = Type.Object(
  {
    addresses: Type.Array(
      Type.Object(
        {
          bank: Type.Union(
            BANKS.map(({ id }) => Type.Literal(id)),
            { title: 'Bank' },
          ),
          url: Type.String({ title: 'Address', pattern: '^https://[^\\s?#]+[^\\s?#/]$' }),
        },
        { additionalProperties: false },
      ),
      {
        title: 'Other addresses',
        description:
          'Only when a bank lives elsewhere, such as in its sandbox: what /accounts comes after',
        default: [],
      },
    ),
  },
  { additionalProperties: false },
);
export type Xs2aSettings = Static<typeof Xs2aSettings>;
