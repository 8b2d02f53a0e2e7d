import { isAmountLike, isDayLike } from '../table/looks-like-booking.ts';
import { PAID, RECEIVED } from '../cells/directions.ts';
import type { Columns } from './columns.ts';
import type { Field } from './fields.ts';

/** What stands in one column, as far as the first rows show. */
type Content = {
  readonly at: number;
  readonly isDay: boolean;
  readonly isAmount: boolean;
  readonly hasCents: boolean;
  readonly isAccount: boolean;
  readonly isDirection: boolean;
  readonly isCurrency: boolean;
  readonly isOneValue: boolean;
  /** How long its texts are; 0 for numbers. */
  readonly textLength: number;
};

const IBAN = /^[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}$/;
const MOST = 0.9;

/**
 * What columns without a telling header seem to hold, by their content. It only fills what the headers
 * left open, and a person agrees before anything is read by it.
 */
export function guessColumns(
  { byField }: Columns,
  rows: readonly (readonly string[])[],
): Partial<Record<Field, number>> {
  const used = new Set([...byField.values()].flat());
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const contents = Array.from({ length: width }, (_, at) => contentOf(rows, at));
  const guesses: Partial<Record<Field, number>> = {};
  const take = (field: Field, is: (content: Content) => boolean) => {
    if (byField.has(field)) return;
    const found = contents.find((one) => !used.has(one.at) && is(one));
    if (found === undefined) return;
    used.add(found.at);
    guesses[field] = found.at;
  };
  if (!byField.has('valueOn')) take('bookedOn', ({ isDay }) => isDay);
  take('sign', ({ isDirection }) => isDirection);
  takeAmounts(take, { byField, rows, contents });
  take('account', ({ isAccount, isOneValue }) => isAccount && isOneValue);
  take('counterparty', ({ isAccount, isOneValue }) => isAccount && !isOneValue);
  take('currency', ({ isCurrency }) => isCurrency);
  const texts = contents.filter(isText).toSorted((a, b) => b.textLength - a.textLength);
  const isNth = (nth: number) => (one: Content) => texts[nth]?.at === one.at;
  take('description', isNth(0));
  take('name', isNth(byField.has('description') ? 0 : 1));
  return guesses;
}

type Take = (field: Field, is: (content: Content) => boolean) => void;
type Found = Pick<Columns, 'byField'> & {
  readonly rows: readonly (readonly string[])[];
  readonly contents: readonly Content[];
};

/** The balance is the column that the amounts add up to; without one, cents tell money from counts. */
function takeAmounts(take: Take, { byField, rows, contents }: Found): void {
  if (byField.has('amount') || byField.has('received') || byField.has('paid')) return;
  const amounts = contents.filter(({ isAmount }) => isAmount);
  const pair = amounts.flatMap((amount) =>
    amounts.filter((balance) => amount !== balance && addsUp(rows, amount.at, balance.at)),
  )[0];
  const addsTo = amounts.find((one) => pair !== undefined && addsUp(rows, one.at, pair.at));
  if (pair !== undefined && addsTo !== undefined) {
    take('amount', ({ at }) => at === addsTo.at);
    take('balanceAfter', ({ at }) => at === pair.at);
    return;
  }
  take('amount', ({ isAmount, hasCents }) => isAmount && hasCents);
  take('amount', ({ isAmount }) => isAmount);
}

/** Whether each balance follows from the one before, read from either end. */
function addsUp(rows: readonly (readonly string[])[], amount: number, balance: number): boolean {
  if (rows.length < 3) return false;
  const read = (row: readonly string[] | undefined, at: number) =>
    Math.round(Number((row?.[at] ?? '').replace(/\.(?=\d{3})/g, '').replace(',', '.')) * 100);
  const follows = (from: number, to: number, by: number) =>
    read(rows[from], balance) + read(rows[by], amount) === read(rows[to], balance);
  const steps = rows.slice(1).map((_, index) => index + 1);
  return (
    steps.every((at) => follows(at - 1, at, at)) || steps.every((at) => follows(at, at - 1, at - 1))
  );
}

function contentOf(rows: readonly (readonly string[])[], at: number): Content {
  const cells = rows.map((cells) => (cells[at] ?? '').trim()).filter((cell) => cell !== '');
  const most = (is: (cell: string) => boolean) =>
    cells.length > 0 && cells.filter(is).length >= cells.length * MOST;
  const words = cells.filter((cell) => /\p{L}/u.test(cell));
  const length = words.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
  return {
    at,
    isDay: most(isDayLike),
    isAmount: most((cell) => isAmountLike(cell) && !isDayLike(cell)),
    hasCents: cells.some((cell) => /[.,]\d{1,2}\D*$/.test(cell)),
    isAccount: most((cell) => IBAN.test(cell)),
    isDirection: most((cell) => PAID.test(cell) || RECEIVED.test(cell)),
    isCurrency: most((cell) => /^[A-Z]{3}$/.test(cell)),
    isOneValue: new Set(cells).size === 1,
    textLength: length,
  };
}

const isText = (one: Content): boolean =>
  one.textLength > 2 &&
  !one.isDay &&
  !one.isAmount &&
  !one.isAccount &&
  !one.isDirection &&
  !one.isCurrency;
