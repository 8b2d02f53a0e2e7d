import { type CalendarDate, type Cents, cents, isCalendarDate } from '@inning/sdk';
import type { GivenOptions } from './read-options.ts';

/** Thrown inside a command and told to the person; never leaves the command. */
export class OptionRefusal {
  readonly sentence: string;
  constructor(sentence: string) {
    this.sentence = sentence;
  }
}

/** The values behind the options of one command line, each checked when it is asked for. */
export function valuesOf(given: GivenOptions) {
  const first = (name: string) => given.get(name)?.[0];
  return {
    has: (name: string): boolean => given.has(name),

    /** Every amount given under that name, in whole cents. */
    amounts: (name: string): Cents[] =>
      (given.get(name) ?? []).map((text) => readCents(name, text)),

    amount(name: string): Cents | null {
      const text = first(name);
      return text === undefined ? null : readCents(name, text);
    },

    day(name: string): CalendarDate | null {
      const text = first(name);
      if (text === undefined || isCalendarDate(text)) return text ?? null;
      throw new OptionRefusal(`--${name} must be a day such as 2026-03-01, not "${text}".`);
    },

    choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | null {
      const text = first(name);
      const found = choices.find((choice) => choice === text);
      if (text === undefined || found) return found ?? null;
      throw new OptionRefusal(`--${name} must be ${choices.join(' or ')}, not "${text}".`);
    },

    text: (name: string): string | null => first(name) ?? null,

    texts: (name: string): readonly string[] => given.get(name) ?? [],
  };
}
export type Values = ReturnType<typeof valuesOf>;

/** What must be there, or the sentence that asks for it. */
export function required<Value>(name: string, example: string, value: Value | null): Value {
  if (value === null) throw new OptionRefusal(`--${name} is missing: --${name} ${example}.`);
  return value;
}

/** A day and an amount in one value: `2026-03-01=12500`. */
export function readDayAndAmount(name: string, text: string) {
  const [day, amount, ...rest] = text.split('=');
  if (!isCalendarDate(day) || amount === undefined || rest.length > 0) {
    throw new OptionRefusal(`--${name} must be a day and cents such as 2026-03-01=12500.`);
  }
  return { on: day, amountCents: readCents(name, amount) };
}

function readCents(name: string, text: string): Cents {
  const amount = /^-?\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(amount) && Math.abs(amount) <= MOST_CENTS) return cents(amount);
  throw new OptionRefusal(
    `--${name} must be a whole number of cents of at most ${MOST_CENTS}, such as 12500, not "${text}".`,
  );
}

/** A hundred billion euros: nothing that is collected is more. */
const MOST_CENTS = 10_000_000_000_000;
