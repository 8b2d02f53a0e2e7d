import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { Scope } from '../../../store/index.ts';
import { actorOf, IdParams, IdSchema, ReasonSchema, toId } from '../../routing/index.ts';
import type { BankLineRow } from '../bank-line.model.ts';
import { AllocationSchema, allocationOf } from '../payments.routes.ts';
import type { BankLineService } from './bank-lines.service.ts';
import { BankLineSchema, type BankLineView } from './line.view.ts';

type Deps = {
  readonly bankLines: BankLineService;
  readonly viewsOf: (scope: Scope, rows: readonly BankLineRow[]) => Promise<BankLineView[]>;
};

const config = { access: { roles: WRITERS } };
const about = (summary: string, operationId: string) => ({
  tags: ['Bank'],
  summary,
  operationId,
  params: IdParams,
  response: { 200: BankLineSchema },
});
const strict = { additionalProperties: false };
const ReasonBody = Type.Object({ reason: ReasonSchema }, strict);

/** What a person decides about a line. */
export function decidingRoutes(app: FastifyInstance, { bankLines, viewsOf }: Deps): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();
  const viewOf = async (scope: Scope, row: BankLineRow) =>
    (await viewsOf(scope, [row]))[0] as BankLineView;

  const allocations = Type.Array(AllocationSchema, { minItems: 1, maxItems: 500 });
  const book = {
    ...about('Book a bank line on invoices', 'bookBankLine'),
    body: Type.Object({ allocations }, strict),
  };
  routes.post('/bank-lines/:id/book', { config, schema: book }, async (request) => {
    const { scope, params, body, user } = request;
    const booked = { allocations: body.allocations.map(allocationOf), by: actorOf(user) };
    return viewOf(scope, await bankLines.book(scope, toId(params.id), booked));
  });

  const assign = {
    ...about('Book a bank line on what a debtor owes, longest due first', 'assignBankLine'),
    body: Type.Object({ debtorId: IdSchema }, strict),
  };
  routes.post('/bank-lines/:id/assign', { config, schema: assign }, async (request) => {
    const { scope, params, body, user } = request;
    const to = { debtorId: toId(body.debtorId), by: actorOf(user) };
    return viewOf(scope, await bankLines.assign(scope, toId(params.id), to));
  });

  const ignore = { ...about('Set a bank line aside', 'ignoreBankLine'), body: ReasonBody };
  routes.post('/bank-lines/:id/ignore', { config, schema: ignore }, async (request) => {
    const { scope, params, body, user } = request;
    const by = { by: actorOf(user), reason: body.reason };
    return viewOf(scope, await bankLines.ignore(scope, toId(params.id), by));
  });

  const refund = {
    ...about('Propose to pay a received line back', 'refundBankLine'),
    body: ReasonBody,
  };
  routes.post('/bank-lines/:id/refund', { config, schema: refund }, async (request) => {
    const { scope, params, body, user } = request;
    const by = { by: actorOf(user), reason: body.reason };
    return viewOf(scope, await bankLines.refund(scope, toId(params.id), by));
  });

  const undo = {
    ...about('Undo what was decided about a bank line', 'undoBankLine'),
    body: ReasonBody,
  };
  routes.post('/bank-lines/:id/undo', { config, schema: undo }, async (request) => {
    const { scope, params, body, user } = request;
    const undoing = { by: actorOf(user), reason: body.reason };
    return viewOf(scope, await bankLines.undo(scope, toId(params.id), undoing));
  });
}
