/** An amount that a text says, and where it stands. */
export type StatedAmount = {
  readonly amountCents: number;
  readonly from: number;
  readonly to: number;
};

const COMMA = /(?<![\dA-Z/.-])(\d{1,3}(?:\.\d{3})+|\d{1,6}),(\d{2})(?!\d)/g;
/** `120.00` may be a number of an invoice; with its currency it is an amount. */
const DOT = /(?:EUR|€|EURO) ?(\d{1,6})\.(\d{2})(?!\d)/g;

/** The amounts in a text in capitals, from left to right. */
export function statedAmounts(plain: string): StatedAmount[] {
  return [...plain.matchAll(COMMA), ...plain.matchAll(DOT)]
    .map(({ 0: all, 1: euros = '', 2: cents = '', index }) => ({
      amountCents: Number(euros.replaceAll('.', '')) * 100 + Number(cents),
      from: index,
      to: index + all.length,
    }))
    .toSorted((a, b) => a.from - b.from);
}

type Place = { readonly from: number; readonly to: number };

/**
 * What the text says is paid of each of these places, in their order: `A 10,00 B 20,00` or `10,00 A 20,00 B`.
 * Null unless every place has its own amount and together they are exactly what was paid.
 */
export function pairAmounts(
  plain: string,
  places: readonly Place[],
  paidCents: number,
): number[] | null {
  const stated = withoutTotal(statedAmounts(plain), places.length, paidCents);
  if (stated.length !== places.length || stated.length === 0) return null;
  const isBehind = isInTurn(places, stated);
  if (!isBehind && !isInTurn(stated, places)) return null;
  const total = stated.reduce((sum, one) => sum + one.amountCents, 0);
  return total === paidCents ? stated.map((one) => one.amountCents) : null;
}

/** The text may say the whole amount too, before or behind the others. */
function withoutTotal(
  stated: readonly StatedAmount[],
  count: number,
  paidCents: number,
): readonly StatedAmount[] {
  if (stated.length !== count + 1) return stated;
  if (stated[0]?.amountCents === paidCents) return stated.slice(1);
  return stated.at(-1)?.amountCents === paidCents ? stated.slice(0, -1) : stated;
}

/** Each of the second stands between one of the first and the next. */
const isInTurn = (first: readonly Place[], second: readonly Place[]): boolean =>
  first.every(({ to }, at) => {
    const own = second[at];
    const next = first[at + 1];
    return own !== undefined && own.from >= to && (next === undefined || own.to <= next.from);
  });
