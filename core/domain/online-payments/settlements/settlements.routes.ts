import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { cents, DomainError, READERS, type Static, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import {
  DaySchema,
  CentsSchema,
  IdParams,
  OptionalText,
  orNull,
  toId,
} from '../../routing/index.ts';
import type { OnlinePaymentService } from '../online-payments.service.ts';
import type { ProviderSettlement } from './provider-settlement.model.ts';

/** The line of the bank is not a payout of online payments, as far as is known. */
export class PayoutNotFoundError extends DomainError {
  readonly code = 'PAYOUT_NOT_FOUND';
  readonly status = 404;

  constructor(bankLineId: string) {
    super('This bank line is not known as a payout of online payments.', { bankLineId });
  }
}

const KINDS = ['payment', 'refund', 'chargeback', 'fee'] as const;
const SettlementSchema = Type.Object({
  reference: Type.String(),
  provider: Type.String(),
  settledOn: DaySchema,
  amountCents: CentsSchema,
  lines: Type.Array(
    Type.Object({
      kind: Type.Enum(KINDS),
      providerId: OptionalText,
      amountCents: CentsSchema,
    }),
  ),
});

/** What a payout of a provider consists of. */
export function settlementRoutes(
  app: FastifyInstance,
  { settlements }: OnlinePaymentService,
): void {
  app.withTypeProvider<TypeBoxTypeProvider>().get(
    '/bank-lines/:id/settlement',
    {
      config: { access: { roles: READERS } },
      schema: {
        tags: ['Online payments'],
        summary: 'The payments, refunds and costs in a payout that a bank line is',
        operationId: 'getSettlementOfBankLine',
        params: IdParams,
        response: { 200: SettlementSchema },
      },
    },
    async ({ scope, params }) => {
      const settlement = await settlements.of(scope, toId(params.id));
      if (!settlement) throw new PayoutNotFoundError(params.id);
      return viewOf(settlement);
    },
  );
}

const viewOf = (row: ProviderSettlement): Static<typeof SettlementSchema> => ({
  reference: row.reference,
  provider: row.pluginId,
  settledOn: row.settledOn,
  amountCents: cents(row.amountCents),
  lines: row.lines.map((line) => ({
    kind: line.kind as (typeof KINDS)[number],
    providerId: orNull(line.providerId),
    amountCents: cents(line.amountCents),
  })),
});
