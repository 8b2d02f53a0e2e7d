import { type Static, Type } from 'typebox';

const Day = (options: object = {}) => Type.String({ format: 'date', ...options });
const Cents = (options: object = {}) => Type.Integer({ ...options });

export const CostStateSchema = Type.Union([
  Type.Literal('none'),
  Type.Literal('announced'),
  Type.Literal('claimable'),
]);
/** Collection costs of an invoice: not mentioned, announced (aangezegd), or claimable (opeisbaar). */
export type CostState = Static<typeof CostStateSchema>;

export const BehaviourClassSchema = Type.Union([
  Type.Literal('steady'),
  Type.Literal('unknown'),
  Type.Literal('fluctuating'),
  Type.Literal('erratic'),
]);
/** How a debtor pays, computed from history. `unknown` and `fluctuating` are the middle road. */
export type BehaviourClass = Static<typeof BehaviourClassSchema>;

export const ClaimInvoiceSchema = Type.Object(
  {
    id: Type.String(),
    number: Type.String({ description: 'Invoice number as the creditor wrote it' }),
    invoicedOn: Day({ description: 'Invoice date' }),
    dueOn: Day({ description: 'Due date' }),
    totalCents: Cents({ description: 'Amount of the invoice' }),
    openCents: Cents({ description: 'What is still open of principal, costs and interest' }),
    principalCents: Cents({ description: 'Open principal of this invoice' }),
    costsCents: Cents({ description: 'Open collection and administration costs of this invoice' }),
    interestCents: Cents({ description: 'Open interest of this invoice' }),
    daysOverdue: Type.Integer({ description: 'Days since the due date; 0 when not yet due' }),
    costState: CostStateSchema,
    announcedCents: Cents({
      description: 'Collection costs that are announced: owed when the debtor pays too late',
    }),
    lastDayOn: Type.Union([Day(), Type.Null()], {
      description: 'The last day to pay without announced costs; null while nobody knows',
    }),
    claimableOn: Type.Union([Day(), Type.Null()], {
      description: 'First day on which announced costs may be claimed; null while they may not',
    }),
    isDisputed: Type.Boolean({ description: 'True while a dispute about it is open' }),
  },
  { additionalProperties: false },
);
export type ClaimInvoice = Static<typeof ClaimInvoiceSchema>;

export const ClaimDebtorSchema = Type.Object(
  {
    id: Type.String(),
    number: Type.String({ description: 'Debtor number in the bookkeeping' }),
    kind: Type.Union(
      [Type.Literal('consumer'), Type.Literal('sole-trader'), Type.Literal('business')],
      { description: 'consumer, sole-trader (a natural person with a business) or business' },
    ),
    name: Type.String(),
    language: Type.Union([
      Type.Literal('nl'),
      Type.Literal('en'),
      Type.Literal('de'),
      Type.Literal('fr'),
    ]),
    email: Type.Union([Type.String(), Type.Null()], { description: 'Where letters by e-mail go' }),
    mobile: Type.Union([Type.String(), Type.Null()]),
    country: Type.String({ description: 'ISO 3166 code of the invoice address, such as NL' }),
    behaviour: Type.Object({
      class: BehaviourClassSchema,
      averageTermDays: Type.Union([Type.Integer(), Type.Null()], {
        description: 'Average days from invoice date to payment; null while unknown',
      }),
      variationDays: Type.Union([Type.Integer(), Type.Null()], {
        description: 'Standard deviation of that term in days; null while unknown',
      }),
      paidCount: Type.Integer({ description: 'Paid invoices this is computed from' }),
    }),
  },
  { additionalProperties: false },
);
export type ClaimDebtor = Static<typeof ClaimDebtorSchema>;

/**
 * What a flow knows of a claim when it decides: read afresh before every step, never stored.
 * This is the documented schema of conditions (`claim.openCents > 10000`) and of every node.
 */
export const ClaimSchema = Type.Object(
  {
    currency: Type.String(),
    openCents: Cents({ description: 'Open in total, costs and interest included' }),
    principalCents: Cents({ description: 'Open principal' }),
    costsCents: Cents({ description: 'Open collection and administration costs' }),
    interestCents: Cents({ description: 'Open interest' }),
    announcedCents: Cents({
      description: 'Announced collection costs that come on top when the debtor pays too late',
    }),
    overdueCents: Cents({
      description: 'What may be demanded now: open on overdue invoices that are not disputed',
    }),
    invoiceCount: Type.Integer({ description: 'Open invoices in this claim' }),
    daysOverdue: Type.Integer({ description: 'Days the oldest open invoice is overdue' }),
    oldestInvoicedOn: Type.Union([Day(), Type.Null()]),
    oldestDueOn: Type.Union([Day(), Type.Null()]),
    promisedOn: Type.Union([Day(), Type.Null()], {
      description: 'The day on which the debtor promised to pay, or null',
    }),
    costState: CostStateSchema,
    hasDispute: Type.Boolean({ description: 'True when at least one open invoice is disputed' }),
    invoices: Type.Array(ClaimInvoiceSchema, {
      description: 'Open invoices, oldest due date first',
    }),
    debtor: ClaimDebtorSchema,
    administration: Type.Object({ id: Type.String(), name: Type.String() }),
    creditor: Type.Object({ id: Type.String(), name: Type.String() }),
  },
  { additionalProperties: false },
);
export type Claim = Static<typeof ClaimSchema>;
