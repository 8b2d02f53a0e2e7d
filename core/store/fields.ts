import { isCalendarDate } from '@inning/sdk';
import { Schema } from 'mongoose';

const whole = {
  validator: (value: number | null) => value === null || Number.isSafeInteger(value),
  message: '{PATH} must be a whole number of cents',
};

/** An amount in whole cents. */
export const wholeCents = (limits: { min?: number } = {}) =>
  ({ type: Number, required: true, validate: whole, ...limits }) as const;

const day = {
  validator: (value: string | null) => value === null || isCalendarDate(value),
  message: '{PATH} must be a day such as 2026-03-01',
};

/** A civil day in the time zone of the administration. */
export const calendarDate = () => ({ type: String, required: true, validate: day }) as const;
export const optionalDay = () => ({ type: String, default: null, validate: day }) as const;

export const optionalText = () => ({ type: String, default: null, trim: true }) as const;
export const optionalInstant = () => ({ type: Date, default: null }) as const;

export const reference = (to: string) =>
  ({ type: Schema.Types.ObjectId, required: true, ref: to }) as const;
export const optionalReference = (to: string) =>
  ({ type: Schema.Types.ObjectId, default: null, ref: to }) as const;
