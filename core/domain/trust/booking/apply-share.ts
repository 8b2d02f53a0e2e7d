import { TrustBalanceTooLowError } from '../trust.errors.ts';

export type CreditorBalance = {
  readonly heldCents: number;
  readonly onItsWayCents: number;
  readonly recoverableCents: number;
};

export const NOTHING_HELD: CreditorBalance = {
  heldCents: 0,
  onItsWayCents: 0,
  recoverableCents: 0,
};

/** What a creditor has coming, all in all; below zero the creditor owes it. */
export const balanceOf = (of: CreditorBalance): number =>
  of.heldCents - of.recoverableCents + of.onItsWayCents;

/**
 * The balance of a creditor after a share. Money that was taken back after it was remitted is owed by
 * the creditor, and settled with what comes in next; nothing is ever held below zero. Throws
 * `TrustBalanceTooLowError` when more would leave than is there.
 */
export function applyShare(
  before: CreditorBalance,
  share: { readonly heldCents: number; readonly onItsWayCents: number },
  creditorId: string,
): CreditorBalance {
  const isPromised = share.onItsWayCents > 0;
  const position = before.heldCents - before.recoverableCents;
  const onItsWayCents = before.onItsWayCents + share.onItsWayCents;
  if (isPromised && position + share.heldCents < 0) {
    throw new TrustBalanceTooLowError(creditorId, {
      heldCents: before.heldCents,
      askedCents: -share.heldCents,
    });
  }
  if (onItsWayCents < 0) {
    throw new TrustBalanceTooLowError(creditorId, {
      heldCents: before.onItsWayCents,
      askedCents: -share.onItsWayCents,
    });
  }
  const after = position + share.heldCents;
  return {
    heldCents: Math.max(after, 0),
    recoverableCents: Math.max(-after, 0),
    onItsWayCents,
  };
}
