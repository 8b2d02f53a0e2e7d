import { BehaviourClassSchema, DEBTOR_FLAGS, DEBTOR_KINDS, type Static, Type } from '@inning/sdk';
import {
  CentsSchema,
  IdSchema,
  idText,
  LocaleSchema,
  MessageSchema,
  OptionalDay,
  orNull,
  OptionalIdSchema,
  optionalIdText,
  OptionalInstant,
  optionalInstantText,
  OptionalText,
} from '../routing/index.ts';
import type { DebtorFlow } from './debtor-flow.ts';
import type { Debtor } from './debtor.model.ts';
import { FlagSchema, flagView } from './flag.view.ts';
import { activeFlags } from './flags.ts';
import type { ListedDebtor } from './list-debtors.ts';

const KindSchema = Type.Enum(DEBTOR_KINDS);
const GenderSchema = Type.Union([Type.Enum(['male', 'female', 'other']), Type.Null()]);
const Line = (maxLength = 300) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[^\\r\\n]*\\S[^\\r\\n]*$' });
const OptionalLine = Type.Union([Line(), Type.Null()]);
const OptionalEmail = Type.Union([Type.String({ format: 'email', maxLength: 254 }), Type.Null()]);

const AddressSchema = Type.Object(
  {
    street: OptionalText,
    houseNumber: OptionalText,
    postcode: OptionalText,
    city: OptionalText,
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
  },
  { additionalProperties: false },
);
const OptionalAddress = Type.Union([AddressSchema, Type.Null()]);
const BehaviourSchema = Type.Object({
  class: BehaviourClassSchema,
  averageTermDays: Type.Union([Type.Integer(), Type.Null()]),
  variationDays: Type.Union([Type.Integer(), Type.Null()]),
  paidCount: Type.Integer(),
});

const summary = {
  id: IdSchema,
  administrationId: IdSchema,
  number: Type.String(),
  kind: KindSchema,
  name: Type.String(),
  city: OptionalText,
  openCents: CentsSchema,
  overdueCents: CentsSchema,
  invoiceCount: Type.Integer(),
  oldestDueOn: OptionalDay,
  isPaused: Type.Boolean(),
  activeFlags: Type.Array(Type.Enum(DEBTOR_FLAGS)),
  behaviour: BehaviourSchema,
};
export const DebtorSummarySchema = Type.Object(summary);
export type DebtorSummary = Static<typeof DebtorSummarySchema>;

const ContactSchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  role: OptionalText,
  gender: GenderSchema,
  email: OptionalText,
  phone: OptionalText,
  mobile: OptionalText,
  getsLetters: Type.Boolean(),
});
export const DebtorSchema = Type.Object({
  ...summary,
  gender: GenderSchema,
  attention: OptionalText,
  language: LocaleSchema,
  email: OptionalText,
  phone: OptionalText,
  mobile: OptionalText,
  contacts: Type.Array(ContactSchema),
  invoiceAddress: OptionalAddress,
  correspondenceAddress: OptionalAddress,
  companyNumber: OptionalText,
  vatNumber: OptionalText,
  ibans: Type.Array(Type.String()),
  remarks: OptionalText,
  flowId: OptionalIdSchema,
  flow: Type.Union([
    Type.Object({ flowId: OptionalIdSchema, name: Type.String(), because: MessageSchema }),
    Type.Null(),
  ]),
  claim: Type.Object({
    principalCents: CentsSchema,
    costsCents: CentsSchema,
    interestCents: CentsSchema,
  }),
  promisedOn: OptionalDay,
  flags: Type.Array(FlagSchema),
  pausedSince: OptionalInstant,
  pausedUntil: OptionalDay,
  pauseReason: OptionalText,
});
export type DebtorView = Static<typeof DebtorSchema>;

const changeable = {
  name: Line(),
  kind: KindSchema,
  gender: GenderSchema,
  attention: OptionalLine,
  language: LocaleSchema,
  email: OptionalEmail,
  phone: OptionalLine,
  mobile: OptionalLine,
  invoiceAddress: OptionalAddress,
  correspondenceAddress: OptionalAddress,
  companyNumber: OptionalLine,
  vatNumber: OptionalLine,
  ibans: Type.Array(Type.String({ pattern: '^[A-Z]{2}\\d{2}[A-Z0-9]{8,30}$' }), { maxItems: 20 }),
  remarks: Type.Union([Type.String({ maxLength: 5_000 }), Type.Null()]),
  promisedOn: OptionalDay,
};
export const DebtorChangeSchema = Type.Partial(Type.Object(changeable), {
  additionalProperties: false,
  minProperties: 1,
});
const { name, kind, promisedOn: _, ...optionalFields } = changeable;
export const NewDebtorSchema = Type.Object(
  {
    administrationId: IdSchema,
    number: Line(100),
    name,
    kind,
    ...Type.Partial(Type.Object(optionalFields)).properties,
  },
  { additionalProperties: false },
);

const contactFields = {
  role: OptionalLine,
  gender: GenderSchema,
  email: OptionalEmail,
  phone: OptionalLine,
  mobile: OptionalLine,
  getsLetters: Type.Boolean(),
};
export const NewContactSchema = Type.Object(
  { name: Line(), ...Type.Partial(Type.Object(contactFields)).properties },
  { additionalProperties: false },
);
export const ContactChangeSchema = Type.Partial(Type.Object({ name: Line(), ...contactFields }), {
  additionalProperties: false,
  minProperties: 1,
});

export function debtorSummary({ debtor, totals, isPaused }: ListedDebtor): DebtorSummary {
  const owed = totals ?? NOTHING_OWED;
  return {
    id: idText(debtor._id),
    administrationId: idText(debtor.administrationId),
    number: debtor.number,
    kind: debtor.kind,
    name: debtor.name,
    city: cityOf(debtor),
    openCents: owed.openCents,
    overdueCents: owed.overdueCents,
    invoiceCount: owed.invoiceCount,
    oldestDueOn: owed.oldestDueOn,
    isPaused,
    activeFlags: activeFlags(debtor).map(({ flag }) => flag),
    behaviour: {
      class: debtor.behaviour.class,
      averageTermDays: orNull(debtor.behaviour.averageTermDays),
      variationDays: orNull(debtor.behaviour.variationDays),
      paidCount: debtor.behaviour.paidCount,
    },
  };
}

export function debtorView(listed: ListedDebtor, flow: DebtorFlow | null): DebtorView {
  const { debtor } = listed;
  const owed = listed.totals ?? NOTHING_OWED;
  return {
    ...debtorSummary(listed),
    gender: orNull(debtor.gender),
    attention: orNull(debtor.attention),
    language: debtor.language,
    email: orNull(debtor.email),
    phone: orNull(debtor.phone),
    mobile: orNull(debtor.mobile),
    contacts: debtor.contacts.map((contact) => ({
      id: String(contact._id),
      name: contact.name,
      role: orNull(contact.role),
      gender: orNull(contact.gender),
      email: orNull(contact.email),
      phone: orNull(contact.phone),
      mobile: orNull(contact.mobile),
      getsLetters: contact.getsLetters,
    })),
    invoiceAddress: addressView(debtor.invoiceAddress),
    correspondenceAddress: addressView(debtor.correspondenceAddress),
    companyNumber: orNull(debtor.companyNumber),
    vatNumber: orNull(debtor.vatNumber),
    ibans: [...debtor.ibans],
    remarks: orNull(debtor.remarks),
    flowId: optionalIdText(debtor.flowId),
    flow,
    claim: {
      principalCents: owed.principalCents,
      costsCents: owed.costsCents,
      interestCents: owed.interestCents,
    },
    promisedOn: orNull(debtor.promisedOn),
    flags: (debtor.flags ?? []).map(flagView).reverse(),
    pausedSince: optionalInstantText(debtor.pausedSince),
    pausedUntil: orNull(debtor.pausedUntil),
    pauseReason: orNull(debtor.pauseReason),
  };
}

const NOTHING_OWED = {
  openCents: 0,
  principalCents: 0,
  costsCents: 0,
  interestCents: 0,
  overdueCents: 0,
  invoiceCount: 0,
  oldestDueOn: null,
};

const cityOf = (debtor: Debtor): string | null =>
  debtor.invoiceAddress?.city ?? debtor.correspondenceAddress?.city ?? null;

const addressView = (address: Debtor['invoiceAddress']) =>
  address
    ? {
        street: orNull(address.street),
        houseNumber: orNull(address.houseNumber),
        postcode: orNull(address.postcode),
        city: orNull(address.city),
        country: address.country,
      }
    : null;
