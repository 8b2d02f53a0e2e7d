/** A line of the canvas is known by where it leaves: no id and no outcome with a space comes before it. */
export const lineKey = (from: string, outcome: string): string => `${from} ${outcome}`;

export function wayOf(key: string): { readonly from: string; readonly outcome: string } {
  const space = key.indexOf(' ');
  return { from: key.slice(0, space), outcome: key.slice(space + 1) };
}
