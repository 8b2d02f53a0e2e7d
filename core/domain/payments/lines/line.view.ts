import { type MatchSignal, type Static, Type } from '@inning/sdk';
import type { Id } from '../../../store/index.ts';
import {
  CentsSchema,
  DaySchema,
  IdSchema,
  idText,
  MessageSchema,
  messageView,
  OptionalDay,
  OptionalInstant,
  optionalInstantText,
  OptionalMessage,
  OptionalText,
  orNull,
} from '../../routing/index.ts';
import { BANK_LINE_STATES, type BankLineRow } from '../bank-line.model.ts';
import type { Matched, OwnedProposal } from '../matching/matched.ts';
import type { LineNames } from './describe-lines.ts';

const PartSchema = Type.Object({
  invoiceId: IdSchema,
  debtorId: IdSchema,
  amountCents: CentsSchema,
  number: Type.String(),
  debtorName: Type.String(),
  openCents: CentsSchema,
});
const SignalSchema = Type.Object({
  code: Type.String(),
  points: Type.Number(),
  detail: Type.String(),
  says: MessageSchema,
});
const ProposalSchema = Type.Object({
  score: Type.Number(),
  because: OptionalMessage,
  signals: Type.Array(SignalSchema),
  conflicts: Type.Array(SignalSchema),
  allocations: Type.Array(PartSchema),
});
const MatchSchema = Type.Object(
  {
    certainty: Type.Number({ description: '0 to 1' }),
    margin: Type.Number({ description: 'Points between the first proposal and the next' }),
    policy: Type.String(),
    proposals: Type.Array(ProposalSchema),
  },
  { description: 'What the matcher found, best first' },
);
export const BankLineSchema = Type.Object({
  id: IdSchema,
  administrationId: IdSchema,
  account: Type.String(),
  bankReference: Type.String(),
  bookedOn: DaySchema,
  valueOn: OptionalDay,
  amountCents: CentsSchema,
  currency: Type.String(),
  counterpartyName: OptionalText,
  counterpartyAccount: OptionalText,
  description: Type.String(),
  structuredReference: OptionalText,
  endToEndId: OptionalText,
  mandateId: OptionalText,
  returnReason: OptionalText,
  typeCode: OptionalText,
  batchReference: OptionalText,
  isReversal: Type.Boolean(),
  state: Type.Enum(BANK_LINE_STATES),
  because: OptionalMessage,
  decidedBy: OptionalText,
  decidedAt: OptionalInstant,
  /** What the first proposal would book, while a person may still decide. */
  proposal: Type.Array(PartSchema),
  booked: Type.Array(PartSchema),
  match: Type.Union([MatchSchema, Type.Null()]),
});
export type BankLineView = Static<typeof BankLineSchema>;

export function bankLineView(row: BankLineRow, names: LineNames): BankLineView {
  const match = row.match as Matched | null;
  const waits = row.state === 'plausible' || row.state === 'unmatched';
  const paid = names.paymentsOf.get(row._id.toHexString()) ?? [];
  const [best] = match?.proposals ?? [];
  return {
    id: idText(row._id),
    administrationId: idText(row.administrationId),
    ...saidByBank(row),
    state: row.state,
    because: messageView(row.because),
    decidedBy: orNull(row.decidedBy),
    decidedAt: optionalInstantText(row.decidedAt),
    proposal: waits && best ? best.allocations.map((part) => partView(part, names)) : [],
    booked: paid.flatMap(({ debtorId, allocations }) =>
      allocations.map((part) => partView({ ...part, debtorId }, names)),
    ),
    match: match ? matchView(match, names) : null,
  };
}

const matchView = ({ certainty, margin, policy, proposals }: Matched, names: LineNames) => ({
  certainty,
  margin,
  policy,
  proposals: proposals.map((one) => viewOf(one, names)),
});

const saidByBank = (row: BankLineRow) => ({
  account: row.account,
  bankReference: row.bankReference,
  bookedOn: row.bookedOn,
  valueOn: orNull(row.valueOn),
  amountCents: row.amountCents,
  currency: row.currency,
  counterpartyName: orNull(row.counterpartyName),
  counterpartyAccount: orNull(row.counterpartyAccount),
  description: row.description,
  structuredReference: orNull(row.structuredReference),
  endToEndId: orNull(row.endToEndId),
  mandateId: orNull(row.mandateId),
  returnReason: orNull(row.returnReason),
  typeCode: orNull(row.typeCode),
  batchReference: orNull(row.batchReference),
  isReversal: row.isReversal,
});

const viewOf = (proposal: OwnedProposal, names: LineNames) => ({
  score: proposal.score,
  because: messageView(proposal.because),
  signals: proposal.signals.map(signalView),
  conflicts: proposal.conflicts.map(signalView),
  allocations: proposal.allocations.map((part) => partView(part, names)),
});

const signalView = ({ code, points, detail, says }: MatchSignal) => ({
  code,
  points,
  detail,
  says,
});

type Part = { readonly invoiceId: Id; readonly debtorId: Id; readonly amountCents: number };

const partView = (part: Part, names: LineNames): Static<typeof PartSchema> => ({
  invoiceId: idText(part.invoiceId),
  debtorId: idText(part.debtorId),
  amountCents: part.amountCents,
  number: names.invoices.get(part.invoiceId.toHexString())?.number ?? '',
  debtorName: names.debtors.get(part.debtorId.toHexString()) ?? '',
  openCents: names.invoices.get(part.invoiceId.toHexString())?.openCents ?? 0,
});
