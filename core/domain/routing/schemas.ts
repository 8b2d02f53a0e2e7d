import { LOCALES, type Message, type RequestUser, Type } from '@inning/sdk';

export const DaySchema = Type.String({ format: 'date', description: 'Day, such as 2026-03-01' });
export const OptionalDay = Type.Union([DaySchema, Type.Null()]);
export const InstantSchema = Type.String({ format: 'date-time' });
export const OptionalInstant = Type.Union([InstantSchema, Type.Null()]);
export const CentsSchema = Type.Integer({ description: 'Whole cents' });
export const OptionalText = Type.Union([Type.String(), Type.Null()]);
export const ReasonSchema = Type.String({ minLength: 1, maxLength: 1_000, pattern: '\\S' });
export const LocaleSchema = Type.Enum(LOCALES);

/** A sentence as code and facts; `text` is the same in the language that was asked for. */
export const MessageSchema = Type.Object({
  code: Type.String(),
  params: Type.Optional(
    Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()])),
  ),
});
export const OptionalMessage = Type.Union([MessageSchema, Type.Null()]);

/** A stored message as it goes over HTTP; rows keep it as a loose object. */
export const messageView = (stored: unknown): Message | null => (stored as Message | null) ?? null;

export const instantText = (at: Date): string => at.toISOString();
export const optionalInstantText = (at: Date | null | undefined): string | null =>
  at ? at.toISOString() : null;

/** The name that history keeps for who did it. */
export const actorOf = (user: RequestUser | null): string => user?.name ?? 'system';

/** In a query: `true` or `false`. */
export const FlagQuery = Type.Boolean();

/** Rows of older shape may lack a field; over HTTP that is null. */
export const orNull = <T>(value: T | null | undefined): T | null => value ?? null;
