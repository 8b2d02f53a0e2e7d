import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, type RequestUser, type Static, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { toId } from '../../../store/index.ts';
import { idText, IdSchema } from '../../routing/index.ts';
import { PAID_WISHES } from '../user.model.ts';
import type { NoticeWishes, PaidWish } from './notice-wishes.ts';

const tags = ['Session'];
const WishSchema = Type.Object(
  {
    paid: Type.Enum(PAID_WISHES as unknown as string[], {
      description: 'Of which paid invoices a mail comes: all one sees, some administrations, none',
    }),
    administrationIds: Type.Array(IdSchema, { maxItems: 500, uniqueItems: true }),
  },
  { additionalProperties: false },
);

/** Of what one wants to hear by mail (PAY-05). */
export const noticeWishRoutes =
  ({ noticeWishes }: { readonly noticeWishes: NoticeWishes }) =>
  async (app: FastifyInstance): Promise<void> => {
    const routes = app.withTypeProvider<TypeBoxTypeProvider>();

    routes.get(
      '/session/notices',
      {
        config: { access: { roles: READERS } },
        schema: {
          tags,
          summary: 'Of what I want to hear by mail',
          operationId: 'getNoticeWishes',
          response: { 200: WishSchema },
        },
      },
      async ({ user }) => viewOf(await noticeWishes.of(idOf(user))),
    );

    routes.put(
      '/session/notices',
      {
        config: { access: { roles: READERS } },
        schema: {
          tags,
          summary: 'Choose of what I want to hear by mail',
          operationId: 'setNoticeWishes',
          body: WishSchema,
          response: { 200: WishSchema },
        },
      },
      async ({ scope, user, body }) => {
        const wish = {
          paid: body.paid as PaidWish['paid'],
          administrationIds: body.administrationIds.map(toId),
        };
        return viewOf(await noticeWishes.set(scope, idOf(user), wish));
      },
    );
  };

const idOf = (user: RequestUser | null) => toId(user?.id ?? '');
const viewOf = ({ paid, administrationIds }: PaidWish): Static<typeof WishSchema> => ({
  paid,
  administrationIds: administrationIds.map(idText),
});
