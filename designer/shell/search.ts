type Search = Readonly<Record<string, unknown>>;

/** A text from the address bar; left out when it is empty or something else. */
export function text<Name extends string>(name: Name, from: Search): { [N in Name]?: string } {
  const value = from[name];
  const said = typeof value === 'number' ? String(value) : value;
  return (typeof said === 'string' && said !== '' ? { [name]: said } : {}) as {
    [N in Name]?: string;
  };
}

/** One of a few values from the address bar; anything else counts as not chosen. */
export function choice<Name extends string, const Value extends string>(
  name: Name,
  values: readonly Value[],
  from: Search,
): { [N in Name]?: Value } {
  const value = values.find((one) => one === String(from[name]));
  return (value === undefined ? {} : { [name]: value }) as { [N in Name]?: Value };
}
