import { type Static, Type } from '@inning/sdk';
import {
  CentsSchema,
  DaySchema,
  IdSchema,
  idText,
  OptionalText,
  orNull,
} from '../../routing/index.ts';
import type { TrustReconciliation } from '../reconciling/trust-reconciliation.model.ts';
import type { TrustAccount } from './trust-account.model.ts';
import type { TrustAccountService } from './trust-accounts.service.ts';
import type { TrustTerms } from './trust-terms.model.ts';

export const TrustAccountSchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  iban: Type.String(),
  bic: OptionalText,
  holderName: Type.String(),
  currency: Type.String(),
  holdDays: Type.Integer(),
  administrationId: IdSchema,
  bankCents: CentsSchema,
  unallocatedCents: CentsSchema,
  agencyCents: CentsSchema,
  unexplainedCents: CentsSchema,
});
export const DayResultSchema = Type.Object({
  on: DaySchema,
  bankCents: CentsSchema,
  bookedCents: CentsSchema,
  differenceCents: CentsSchema,
  gapCents: CentsSchema,
});
const HeldSchema = Type.Object({
  creditorId: IdSchema,
  creditorName: Type.String(),
  heldCents: CentsSchema,
  onItsWayCents: CentsSchema,
  recoverableCents: CentsSchema,
});
export const StandingSchema = Type.Object({
  account: TrustAccountSchema,
  creditors: Type.Array(HeldSchema),
  waitingCount: Type.Integer({ description: 'Lines that a person has to decide about' }),
  waitingCents: CentsSchema,
  days: Type.Array(DayResultSchema, { description: 'The books against the bank, newest first' }),
});
export const TermsSchema = Type.Object({
  feeBasisPoints: Type.Integer(),
  keepsCosts: Type.Boolean(),
  iban: OptionalText,
  accountName: OptionalText,
});

export const trustAccountView = (row: TrustAccount): Static<typeof TrustAccountSchema> => ({
  id: idText(row._id),
  name: row.name,
  iban: row.iban,
  bic: orNull(row.bic),
  holderName: row.holderName,
  currency: row.currency,
  holdDays: row.holdDays,
  administrationId: idText(row.homeAdministrationId),
  bankCents: row.bankCents,
  unallocatedCents: row.unallocatedCents,
  agencyCents: row.agencyCents,
  unexplainedCents: row.unexplainedCents,
});

export const dayView = (row: TrustReconciliation): Static<typeof DayResultSchema> => ({
  on: row.on,
  bankCents: row.bankCents,
  bookedCents: row.bookedCents,
  differenceCents: row.bankCents - row.bookedCents,
  gapCents: row.gapCents,
});

type Standing = Awaited<ReturnType<TrustAccountService['standing']>>;
export const standingView = (standing: Standing): Static<typeof StandingSchema> => ({
  account: trustAccountView(standing.account),
  creditors: standing.creditors.map((one) => ({
    creditorId: idText(one.creditorId),
    creditorName: one.creditorName,
    heldCents: one.heldCents,
    onItsWayCents: one.onItsWayCents,
    recoverableCents: one.recoverableCents,
  })),
  waitingCount: standing.waitingCount,
  waitingCents: standing.waitingCents,
  days: standing.days.map(dayView),
});

export const termsView = (terms: TrustTerms | null): Static<typeof TermsSchema> => ({
  feeBasisPoints: terms?.feeBasisPoints ?? 0,
  keepsCosts: terms?.keepsCosts ?? false,
  iban: orNull(terms?.iban),
  accountName: orNull(terms?.accountName),
});
