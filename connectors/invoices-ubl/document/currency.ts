const KNOWN: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** True for a currency in use that has at most two decimals, so that its amounts fit in cents. */
export function isUsableCurrency(code: string): boolean {
  if (!KNOWN.has(code)) return false;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
  return (format.resolvedOptions().maximumFractionDigits ?? 3) <= 2;
}
