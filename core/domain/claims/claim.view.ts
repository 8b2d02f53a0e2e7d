import { CostStateSchema, DEBTOR_KINDS, type Static, Type } from '@inning/sdk';
import {
  CentsSchema,
  DaySchema,
  IdSchema,
  OptionalDay,
  OptionalMessage,
  OptionalText,
} from '../routing/index.ts';
import type { ClaimSpecification } from './specify/specify-claim.ts';

const Sentence = Type.Record(Type.String(), Type.String(), {
  description: 'A sentence by language; en is always there',
});
const Ground = Type.Union([
  Type.Object({ article: Type.String(), sentence: Sentence }),
  Type.Null(),
]);
const Remark = Type.Object({ code: Type.String(), sentence: Sentence });
const Totals = Type.Object({
  owedCents: CentsSchema,
  paidCents: CentsSchema,
  waivedCents: CentsSchema,
  openCents: CentsSchema,
});

export const SpecificationSchema = Type.Object({
  on: DaySchema,
  currency: Type.String(),
  debtor: Type.Object({
    name: Type.String(),
    number: Type.String(),
    kind: Type.Enum(DEBTOR_KINDS),
  }),
  openCents: CentsSchema,
  announcedCents: CentsSchema,
  totals: Type.Object({ principal: Totals, costs: Totals, interest: Totals }),
  lines: Type.Array(
    Type.Object({
      part: Type.Union([
        Type.Literal('principal'),
        Type.Literal('costs'),
        Type.Literal('interest'),
      ]),
      kind: Type.Union([
        Type.Literal('owed'),
        Type.Literal('paid'),
        Type.Literal('waived'),
        Type.Literal('reversed'),
      ]),
      invoiceId: IdSchema,
      number: Type.String(),
      on: DaySchema,
      amountCents: CentsSchema,
      ground: Ground,
      arithmetic: Type.Array(Sentence),
      reason: OptionalMessage,
    }),
  ),
  clocks: Type.Array(
    Type.Object({
      announcementId: Type.String(),
      numbers: Type.Array(Type.String()),
      invoiceIds: Type.Array(IdSchema),
      state: CostStateSchema,
      announcedOn: DaySchema,
      sentOn: OptionalDay,
      channel: OptionalText,
      receivedOn: OptionalDay,
      returnedOn: OptionalDay,
      deliveredOn: OptionalDay,
      lastDayOn: OptionalDay,
      claimableOn: OptionalDay,
      refusal: OptionalText,
      faults: Type.Array(Type.String()),
      statedCents: Type.Union([CentsSchema, Type.Null()]),
      announcedCents: CentsSchema,
      ground: Ground,
      steps: Type.Array(Sentence),
      remarks: Type.Array(Remark),
      by: Type.String(),
      reason: OptionalText,
    }),
  ),
  remarks: Type.Array(Remark),
});

/** The same as data that goes over HTTP. */
export const specificationView = (claim: ClaimSpecification): Static<typeof SpecificationSchema> =>
  structuredClone(claim) as unknown as Static<typeof SpecificationSchema>;
