import { DEBTOR_FLAGS, Type } from '@inning/sdk';
import {
  InstantSchema,
  OptionalInstant,
  optionalInstantText,
  OptionalText,
  orNull,
} from '../routing/index.ts';
import type { Debtor } from './debtor.model.ts';

/** A circumstance that was noted, and perhaps cleared. */
export const FlagSchema = Type.Object({
  flag: Type.Enum(DEBTOR_FLAGS),
  setAt: InstantSchema,
  setBy: Type.String(),
  reason: Type.String(),
  clearedAt: OptionalInstant,
  clearedBy: OptionalText,
  clearReason: OptionalText,
});
export const flagView = (one: Debtor['flags'][number]) => ({
  flag: one.flag,
  setAt: one.setAt.toISOString(),
  setBy: one.setBy,
  reason: one.reason,
  clearedAt: optionalInstantText(one.clearedAt),
  clearedBy: orNull(one.clearedBy),
  clearReason: orNull(one.clearReason),
});
