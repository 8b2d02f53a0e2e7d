import { type Static, Type } from '@inning/sdk';
import {
  CentsSchema,
  DaySchema,
  IdSchema,
  idText,
  InstantSchema,
  instantText,
  OptionalInstant,
  optionalInstantText,
  OptionalText,
  orNull,
} from '../../routing/index.ts';
import type { Remittable } from './read-remittable.ts';
import {
  REMITTANCE_STATES,
  REMITTED_STATES,
  type RemittedPayment,
  type TrustRemittance,
} from './trust-remittance.model.ts';

const PartSchema = Type.Object({
  invoiceNumber: OptionalText,
  debtorName: OptionalText,
  bookedOn: DaySchema,
  grossCents: CentsSchema,
  feeCents: CentsSchema,
  amountCents: CentsSchema,
});
export const RemittedSchema = Type.Object({
  creditorId: IdSchema,
  creditorName: Type.String(),
  iban: Type.String(),
  accountName: Type.String(),
  amountCents: CentsSchema,
  endToEndId: Type.String(),
  state: Type.Enum(REMITTED_STATES),
  parts: Type.Array(PartSchema),
});
const PersonSchema = Type.Object({
  userId: Type.Union([IdSchema, Type.Null()]),
  name: OptionalText,
  at: OptionalInstant,
});
export const TrustRemittanceSchema = Type.Object({
  id: IdSchema,
  trustAccountId: IdSchema,
  number: Type.Integer(),
  state: Type.Enum(REMITTANCE_STATES),
  executeOn: DaySchema,
  totalCents: CentsSchema,
  proposed: PersonSchema,
  approved: PersonSchema,
  withdrawn: PersonSchema,
  withdrawnReason: OptionalText,
  payments: Type.Array(RemittedSchema),
  filesTaken: Type.Array(Type.Object({ at: InstantSchema, name: Type.String() })),
});
export const RemittableSchema = Type.Object({
  creditorId: IdSchema,
  creditorName: Type.String(),
  iban: OptionalText,
  accountName: Type.String(),
  amountCents: CentsSchema,
  onHoldCents: CentsSchema,
  invoiceCount: Type.Integer(),
  isHeld: Type.Boolean({
    description: 'The account is another one than before: two people must vouch for it first',
  }),
  vouchedBy: Type.Array(Type.Object({ userId: IdSchema, name: Type.String() })),
});

export const remittedView = (one: RemittedPayment): Static<typeof RemittedSchema> => ({
  creditorId: idText(one.creditorId),
  creditorName: one.creditorName,
  iban: one.iban,
  accountName: one.accountName,
  amountCents: one.amountCents,
  endToEndId: one.endToEndId,
  state: one.state,
  parts: one.parts.map((part) => ({
    invoiceNumber: orNull(part.invoiceNumber),
    debtorName: orNull(part.debtorName),
    bookedOn: part.bookedOn,
    grossCents: part.grossCents,
    feeCents: part.feeCents,
    amountCents: part.amountCents,
  })),
});

type StoredPerson = TrustRemittance['proposed'];
const personView = (person: StoredPerson | undefined): Static<typeof PersonSchema> => ({
  userId: person?.userId ? idText(person.userId) : null,
  name: orNull(person?.name),
  at: optionalInstantText(person?.at),
});

export const trustRemittanceView = (
  row: TrustRemittance,
): Static<typeof TrustRemittanceSchema> => ({
  id: idText(row._id),
  trustAccountId: idText(row.trustAccountId),
  number: row.number,
  state: row.state,
  executeOn: row.executeOn,
  totalCents: row.totalCents,
  proposed: personView(row.proposed),
  approved: personView(row.approved),
  withdrawn: personView(row.withdrawn),
  withdrawnReason: orNull(row.withdrawnReason),
  payments: row.payments.map(remittedView),
  filesTaken: row.filesTaken.map((one) => ({ at: instantText(one.at), name: one.name })),
});

export const remittableView = (one: Remittable): Static<typeof RemittableSchema> => ({
  creditorId: idText(one.creditorId),
  creditorName: one.creditorName,
  iban: one.iban,
  accountName: one.accountName,
  amountCents: one.amountCents,
  onHoldCents: one.onHoldCents,
  invoiceCount: one.movements.length,
  isHeld: one.isHeld,
  vouchedBy: one.vouchedBy.map(({ userId, name }) => ({ userId: idText(userId), name })),
});
