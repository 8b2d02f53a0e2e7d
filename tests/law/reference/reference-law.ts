import { readFileSync } from 'node:fs';
import { sharedDir } from '../../kit/shared.ts';

/**
 * The law once more, as plainly as it can be written and with the figures of the law files, so that it
 * shares neither code nor tables with the country pack. Slow on purpose: a day is a day in a loop.
 */
const MS = 86_400_000;
const read = <T>(name: string): T =>
  JSON.parse(readFileSync(`${sharedDir()}law/${name}.json`, 'utf8')) as T;

const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / MS;
const dayOf = (number: number) => new Date(number * MS).toISOString().slice(0, 10);
export const later = (day: string, days: number) => dayOf(numberOf(day) + days);
const weekdayOf = (day: string) => new Date(numberOf(day) * MS).getUTCDay();

/** Half a cent goes up; nothing here is below zero. */
const rounded = (num: bigint, den: bigint): bigint => (2n * num + den) / (2n * den);
/** `10.40` is 1040. */
const hundredths = (percent: string): bigint => {
  const [whole = '0', rest = ''] = percent.split('.');
  return BigInt(whole) * 100n + BigInt(rest.padEnd(2, '0').slice(0, 2));
};

type Step = { over_first?: number; over_next?: number; over_rest?: boolean; pct: string };
type Scale = { scale: Step[]; minimum: string; maximum: string };

/** Art. 2 Besluit BIK over what is open of all claims in one letter, and 21 % VAT on it. */
export function costsOf(principals: readonly number[], hasVat: boolean) {
  const { scale, minimum, maximum } = read<Scale>('bik-vectors');
  let left = BigInt(principals.reduce((sum, one) => sum + one, 0));
  if (left <= 0n) return { feeCents: 0, vatCents: 0 };
  let tenThousandths = 0n;
  for (const { over_first, over_next, pct } of scale) {
    const width = over_first ?? over_next;
    const most = width === undefined ? left : BigInt(width) * 100n;
    const part = left < most ? left : most;
    tenThousandths += part * hundredths(pct);
    left -= part;
  }
  const byScale = rounded(tenThousandths, 10_000n);
  const [least, most] = [hundredths(minimum), hundredths(maximum)];
  const fee = byScale < least ? least : byScale > most ? most : byScale;
  return { feeCents: Number(fee), vatCents: hasVat ? Number(rounded(fee * 21n, 100n)) : 0 };
}

type Rate = { from: string; pct: string };
const rates = read<{ consumer_6_119: Rate[]; commercial_6_119a_b: Rate[] }>;

export type Debt = {
  readonly kind: 'consumer' | 'commercial';
  readonly principalCents: number;
  readonly from: string;
  readonly to: string;
  readonly payment?: { readonly on: string; readonly amountCents: number };
  /** An agreed rate instead of the one by law, or points on top of it. */
  readonly rate?: string;
  readonly surcharge?: string;
  readonly isCompound?: boolean;
};

/** Day by day: a 365th of the rate of that day over what bears interest; a year's interest bears it too. */
export function interestOf(debt: Debt) {
  const rateOn = rateTable(debt);
  const isCompound = debt.isCompound ?? debt.rate === undefined;
  // Interest in units of which `den` make a cent; each year of interest on interest makes them finer.
  let [principal, year, fresh, den] = [BigInt(debt.principalCents), 0n, 0n, 1n];
  let [earned, excess] = [0n, 0n];
  const round = () => rounded(year + fresh, den);
  for (let day = debt.from; day < debt.to; day = later(day, 1)) {
    if (isCompound && isYearsAfter(debt.from, day)) {
      [year, fresh] = [(year + fresh) * 3_650_000n, 0n];
      den *= 3_650_000n;
    }
    if (debt.payment?.on === day) receive(BigInt(debt.payment.amountCents));
    if (den === 1n) [year, fresh, den] = [year * 3_650_000n, fresh * 3_650_000n, 3_650_000n];
    fresh += dailyOf(rateOn(day));
  }
  const open = round();
  return {
    interestCents: Number(earned + open),
    openInterestCents: Number(open),
    openPrincipalCents: Number(principal),
    excessCents: Number(excess),
  };

  /** `year` counts in whole 3,650,000ths of its finest unit, so that a day's part of it is whole. */
  function dailyOf(rate: bigint): bigint {
    return ((principal * den + year) * rate) / 3_650_000n;
  }

  /** Whole cents are paid: interest first, its oldest first, then principal (art. 6:44 BW). */
  function receive(amount: bigint): void {
    const open = round();
    const interest = amount < open ? amount : open;
    const rest = amount - interest;
    const toPrincipal = rest < principal ? rest : principal;
    const oldest = year - interest * den;
    year = oldest > 0n ? oldest : 0n;
    fresh = (open - interest) * den - year;
    principal -= toPrincipal;
    earned += interest;
    excess += rest - toPrincipal;
  }
}

function rateTable({ kind, rate, surcharge = '0' }: Debt): (day: string) => bigint {
  if (rate !== undefined) return () => hundredths(rate);
  const file = rates('interest-rates');
  const rows = kind === 'consumer' ? file.consumer_6_119 : file.commercial_6_119a_b;
  const extra = hundredths(surcharge);
  return (day) => hundredths(rows.filter(({ from }) => from <= day).at(-1)?.pct ?? '') + extra;
}

/** The same day of a later year; 28 February for a leap day where there is none. */
function isYearsAfter(from: string, day: string): boolean {
  if (day <= from) return false;
  const same = `${day.slice(0, 4)}${from.slice(4)}`;
  const exists = dayOf(numberOf(same)) === same;
  return day === (exists ? same : `${day.slice(0, 4)}-02-28`);
}

type Holidays = { years: Record<string, { date: string }[]> };
export const HOLIDAYS: ReadonlySet<string> = new Set(
  Object.values(read<Holidays>('holidays-nl').years).flatMap((days) =>
    days.map(({ date }) => date),
  ),
);

/** Fourteen full days from the day after receipt, and the end of the term by the Termijnenwet. */
export function claimableOf(sentOn: string, receivedOn: string | null): string {
  let last = receivedOn ?? sentOn;
  for (let delivered = 0; receivedOn === null && delivered < 2;) {
    last = later(last, 1);
    const isDelivered = weekdayOf(last) > 1 && !HOLIDAYS.has(last);
    if (isDelivered) delivered += 1;
  }
  last = later(last, 14);
  while (weekdayOf(last) % 6 === 0 || HOLIDAYS.has(last)) last = later(last, 1);
  return later(last, 1);
}
