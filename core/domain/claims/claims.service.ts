import type { CalendarDate } from '@inning/sdk';
import type { Id, Scope } from '../../store/index.ts';
import { createClaimToday } from './claim-today.ts';
import type { ClaimsDeps } from './claims.deps.ts';
import { createLetterRecords } from './changing/letter-records.ts';
import { createReturnListener } from './changing/on-returned.ts';
import { createStateChanges } from './changing/change-state.ts';
import { createWaiving } from './changing/waive.ts';
import { createClaimReader } from './read-claim.ts';
import { type ClaimSpecification, specifyClaim } from './specify/specify-claim.ts';

export type ClaimService = ReturnType<typeof createClaimService>;

/** What is owed and why, and what people change about costs and interest by hand. */
export function createClaimService(deps: ClaimsDeps) {
  const read = createClaimReader(deps);
  const parts = { ...deps, read };
  const letters = createLetterRecords(parts);

  return {
    /** On any day, past or to come; today when none is named. Throws `DebtorNotFoundError`. */
    async specify(scope: Scope, debtorId: Id, on?: CalendarDate): Promise<ClaimSpecification> {
      const { debtor, invoices: its, currency, today, lawOn } = await read(scope, debtorId);
      const day = on ?? today;
      const sources = { debtor, invoices: its, administration: { currency }, law: lawOn(day) };
      return specifyClaim(sources, day);
    },
    openToday: createClaimToday(deps),
    ...createStateChanges(parts),
    ...letters,
    ...createWaiving(parts),
    listeners: [createReturnListener({ ...deps, ...letters })],
  };
}
