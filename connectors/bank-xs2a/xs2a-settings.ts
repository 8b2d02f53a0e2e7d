import { Type } from '@inning/sdk';
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
        title: 'Addresses of banks',
        description:
          'What /accounts comes after, as the developer portal of the bank says; nobody could check the ones that are proposed',
        default: BANKS.flatMap(({ id, url }) => (url === null ? [] : [{ bank: id, url }])),
      },
    ),
  },
  { additionalProperties: false },
);
/** Which banks there are is known when it runs, not when it is compiled. */
export type Xs2aSettings = {
  readonly addresses: readonly { readonly bank: string; readonly url: string }[];
};
