import { type Static, Type } from '@inning/sdk';
import {
  CentsSchema,
  DaySchema,
  IdSchema,
  idText,
  LocaleSchema,
  OptionalDay,
  orNull,
  OptionalIdSchema,
  optionalIdText,
  OptionalInstant,
  optionalInstantText,
  OptionalText,
  ReasonSchema,
  toId,
} from '../routing/index.ts';
import type { Administration } from './administration.model.ts';
import type { AdministrationChange } from './administrations.service.ts';

const FlowChoiceSchema = Type.Object(
  {
    steady: OptionalIdSchema,
    unknown: OptionalIdSchema,
    fluctuating: OptionalIdSchema,
    erratic: OptionalIdSchema,
  },
  { additionalProperties: false, description: 'Flow by payment behaviour; null is no flow' },
);
const Line = Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\r\\n]*\\S[^\\r\\n]*$' });
const OptionalLine = Type.Union([Line, Type.Null()]);
const OptionalAddress = Type.Union([Type.String({ format: 'email', maxLength: 254 }), Type.Null()]);

const settings = {
  paymentTermDays: Type.Integer({ minimum: 0, maximum: 365 }),
  contactsPerWeek: Type.Integer({ minimum: 1, maximum: 7 }),
  language: LocaleSchema,
  iban: OptionalLine,
  accountName: OptionalLine,
  senderName: OptionalLine,
  senderEmail: OptionalAddress,
  replyTo: OptionalAddress,
  testMode: Type.Boolean(),
  testAddress: OptionalAddress,
  flowChoice: FlowChoiceSchema,
  refundLimitCents: Type.Integer({ minimum: 0, maximum: 100_000_000 }),
  offersDirectDebit: Type.Boolean(),
};

export const AdministrationSchema = Type.Object({
  id: IdSchema,
  creditorId: IdSchema,
  name: Type.String(),
  number: Type.String(),
  country: Type.String(),
  timeZone: Type.String(),
  currency: Type.String(),
  language: LocaleSchema,
  paymentTermDays: Type.Integer(),
  contactsPerWeek: Type.Integer(),
  iban: OptionalText,
  accountName: OptionalText,
  senderName: OptionalText,
  senderEmail: OptionalText,
  replyTo: OptionalText,
  testMode: Type.Boolean(),
  testAddress: OptionalText,
  flowChoice: FlowChoiceSchema,
  refundLimitCents: CentsSchema,
  offersDirectDebit: Type.Boolean(),
  pausedSince: OptionalInstant,
  pausedUntil: OptionalDay,
  pauseReason: OptionalText,
  bankFeedAt: OptionalInstant,
  lastRunAt: OptionalInstant,
});
export type AdministrationView = Static<typeof AdministrationSchema>;

export const AdministrationChangeSchema = Type.Partial(
  Type.Object({ name: Line, number: Line, ...settings }),
  { additionalProperties: false, minProperties: 1 },
);

export const NewAdministrationSchema = Type.Object(
  {
    creditorId: IdSchema,
    name: Line,
    number: Line,
    ...Type.Partial(Type.Object(settings)).properties,
  },
  { additionalProperties: false },
);

export const PauseSchema = Type.Object(
  { until: Type.Optional(Type.Union([DaySchema, Type.Null()])), reason: ReasonSchema },
  { additionalProperties: false },
);
export const ResumeSchema = Type.Object(
  { choice: Type.Union([Type.Literal('now'), Type.Literal('shift')]) },
  { additionalProperties: false },
);

export function administrationView(row: Administration): AdministrationView {
  return {
    id: idText(row._id),
    creditorId: idText(row.creditorId),
    name: row.name,
    number: row.number,
    country: row.country,
    timeZone: row.timeZone,
    currency: row.currency,
    language: row.language,
    paymentTermDays: row.paymentTermDays,
    contactsPerWeek: row.contactsPerWeek ?? 3,
    iban: orNull(row.iban),
    accountName: orNull(row.accountName),
    senderName: orNull(row.senderName),
    senderEmail: orNull(row.senderEmail),
    replyTo: orNull(row.replyTo),
    testMode: row.testMode,
    testAddress: orNull(row.testAddress),
    flowChoice: {
      steady: optionalIdText(row.flowChoice?.steady),
      unknown: optionalIdText(row.flowChoice?.unknown),
      fluctuating: optionalIdText(row.flowChoice?.fluctuating),
      erratic: optionalIdText(row.flowChoice?.erratic),
    },
    refundLimitCents: row.refundLimitCents,
    offersDirectDebit: row.offersDirectDebit ?? false,
    pausedSince: optionalInstantText(row.pausedSince),
    pausedUntil: orNull(row.pausedUntil),
    pauseReason: orNull(row.pauseReason),
    bankFeedAt: optionalInstantText(row.bankFeedAt),
    lastRunAt: optionalInstantText(row.lastRunAt),
  };
}

/** The change as the rows want it: ids instead of their texts. */
export function changeOf(body: Static<typeof AdministrationChangeSchema>): AdministrationChange {
  const { flowChoice, ...plain } = body;
  if (!flowChoice) return plain;
  const id = (text: string | null) => (text ? toId(text) : null);
  return {
    ...plain,
    flowChoice: {
      steady: id(flowChoice.steady),
      unknown: id(flowChoice.unknown),
      fluctuating: id(flowChoice.fluctuating),
      erratic: id(flowChoice.erratic),
    },
  } as AdministrationChange;
}
