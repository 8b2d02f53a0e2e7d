import type { Id } from '../../../store/index.ts';

/** What the bank shows of a single payment: at most 35 signs, for good the same. */
export const endToEndIdOf = (remittanceId: Id, index: number): string =>
  `${messageIdOf(remittanceId)}-${index + 1}`;

/** The id of the file: a bank refuses a second one with it. */
export const messageIdOf = (remittanceId: Id): string =>
  `TR${remittanceId.toHexString().toUpperCase()}`;
