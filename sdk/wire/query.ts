/** What stands in a field; null and undefined leave it out. */
export type QueryValue = string | number | boolean | null | undefined;

/** `name=Jan%20Jansen&page=2`: for addresses, and for bodies of `application/x-www-form-urlencoded`. */
export function toQuery(fields: Readonly<Record<string, QueryValue>>): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${encode(name)}=${encode(String(value))}`)
    .join('&');
}

const encode = (text: string) => encodeURIComponent(text.toWellFormed());
