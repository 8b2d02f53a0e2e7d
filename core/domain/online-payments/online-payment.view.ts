import { type Static, Type } from '@inning/sdk';
import {
  CentsSchema,
  IdSchema,
  idText,
  InstantSchema,
  OptionalIdSchema,
  optionalIdText,
  OptionalInstant,
  optionalInstantText,
  OptionalText,
} from '../routing/index.ts';
import {
  ONLINE_PAYMENT_STATES,
  type OnlinePayment,
  REFUND_STATES,
} from './online-payment.model.ts';
import { refundable } from './refunds/refunds.ts';

const RefundSchema = Type.Object({
  key: Type.String(),
  amountCents: CentsSchema,
  reason: Type.String(),
  state: Type.Enum(REFUND_STATES as unknown as string[]),
  askedAt: InstantSchema,
  askedBy: Type.String(),
  decidedAt: OptionalInstant,
  decidedBy: OptionalText,
  problem: OptionalText,
});
export const OnlinePaymentSchema = Type.Object({
  id: IdSchema,
  debtorId: IdSchema,
  kind: Type.Union([Type.Literal('page'), Type.Literal('collection')]),
  state: Type.Enum(ONLINE_PAYMENT_STATES as unknown as string[]),
  amountCents: CentsSchema,
  paidCents: CentsSchema,
  refundedCents: CentsSchema,
  chargedBackCents: CentsSchema,
  refundableCents: CentsSchema,
  provider: Type.String(),
  method: OptionalText,
  startedAt: InstantSchema,
  paidAt: OptionalInstant,
  paymentId: OptionalIdSchema,
  refunds: Type.Array(RefundSchema),
});

export const onlinePaymentView = (row: OnlinePayment): Static<typeof OnlinePaymentSchema> => ({
  id: idText(row._id),
  debtorId: idText(row.debtorId),
  kind: row.kind,
  state: row.state,
  amountCents: row.amountCents,
  paidCents: row.paidCents,
  refundedCents: row.refundedCents,
  chargedBackCents: row.chargedBackCents,
  refundableCents: refundable(row),
  provider: row.pluginId,
  method: row.method ?? null,
  startedAt: row.startedAt.toISOString(),
  paidAt: optionalInstantText(row.paidAt),
  paymentId: optionalIdText(row.paymentId),
  refunds: row.refunds.map((refund) => ({
    key: refund.key,
    amountCents: refund.amountCents,
    reason: refund.reason,
    state: refund.state,
    askedAt: refund.askedAt.toISOString(),
    askedBy: refund.askedBy,
    decidedAt: optionalInstantText(refund.decidedAt),
    decidedBy: refund.decidedBy ?? null,
    problem: refund.problem ?? null,
  })),
});
