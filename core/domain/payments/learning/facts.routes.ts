import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, type Static, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { Scope, Store } from '../../../store/index.ts';
import { debtors } from '../../debtors/index.ts';
import {
  actorOf,
  IdParams,
  IdSchema,
  idText,
  InstantSchema,
  instantText,
  OptionalIdSchema,
  optionalIdText,
  OptionalText,
  orNull,
  PageQuery,
  pageSchema,
  toId,
} from '../../routing/index.ts';
import type { FactService } from './forget-facts.ts';
import { FACT_KINDS, type PaymentFact } from './payment-fact.model.ts';

const tags = ['Bank'];
const FactSchema = Type.Object({
  id: IdSchema,
  administrationId: IdSchema,
  kind: Type.Enum(FACT_KINDS),
  account: OptionalText,
  name: OptionalText,
  text: OptionalText,
  debtorId: IdSchema,
  debtorName: Type.String(),
  learnedBy: Type.String({ description: '`system` or the name of a person' }),
  learnedAt: InstantSchema,
  bankLineId: OptionalIdSchema,
});
export type FactRoutesDeps = { readonly store: Store; readonly paymentFacts: FactService };

export const factRoutes =
  ({ store, paymentFacts }: FactRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    const routes = app.withTypeProvider<TypeBoxTypeProvider>();

    routes.get(
      '/payment-facts',
      {
        config: { access: { roles: READERS } },
        schema: {
          tags,
          summary: 'What was learned about who pays for whom, latest first',
          operationId: 'listPaymentFacts',
          querystring: Type.Object({ ...PageQuery, administrationId: Type.Optional(IdSchema) }),
          response: { 200: pageSchema(FactSchema) },
        },
      },
      async ({ scope, query }) => {
        const { administrationId } = query;
        const of = administrationId ? { administrationId: toId(administrationId) } : {};
        const page = await paymentFacts.list(scope, { ...of, page: query });
        return { ...page, items: await viewsOf(store, scope, page.items) };
      },
    );

    routes.post(
      '/payment-facts/:id/forget',
      {
        config: { access: { roles: WRITERS } },
        schema: {
          tags,
          summary: 'Forget something that was learned; it is not learned again by itself',
          operationId: 'forgetPaymentFact',
          params: IdParams,
          response: { 200: FactSchema },
        },
      },
      async ({ scope, params, user }) => {
        const fact = await paymentFacts.forget(scope, toId(params.id), actorOf(user));
        const [view] = await viewsOf(store, scope, [fact]);
        return view as NonNullable<typeof view>;
      },
    );
  };

async function viewsOf(
  store: Store,
  scope: Scope,
  facts: readonly PaymentFact[],
): Promise<Static<typeof FactSchema>[]> {
  const found = await store
    .table(debtors)
    .in(scope)
    .find({ _id: { $in: facts.map((one) => one.debtorId) } }, { fields: ['name'] });
  const nameOf = new Map(found.map((one) => [one._id.toHexString(), one.name]));
  return facts.map((fact) => ({
    id: idText(fact._id),
    administrationId: idText(fact.administrationId),
    kind: fact.kind,
    account: orNull(fact.account),
    name: orNull(fact.name),
    text: orNull(fact.text),
    debtorId: idText(fact.debtorId),
    debtorName: nameOf.get(fact.debtorId.toHexString()) ?? '',
    learnedBy: fact.learnedBy,
    learnedAt: instantText(fact.learnedAt),
    bankLineId: optionalIdText(fact.bankLineId),
  }));
}
