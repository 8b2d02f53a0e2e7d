/** What the text of a line says of the other side and the payment. */
export type Details = {
  readonly name: string | null;
  readonly account: string | null;
  readonly description: string;
  readonly structuredReference: string | null;
  readonly endToEndId: string | null;
  /** True when the text says that an earlier booking is taken back. */
  readonly isReturn: boolean;
};

export const NO_DETAILS: Details = {
  name: null,
  account: null,
  description: '',
  structuredReference: null,
  endToEndId: null,
  isReturn: false,
};

export const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

export const orNull = (text: string | undefined) => (text ? tidy(text) || null : null);

/** An account without its spaces; null when it is only zeros. */
export function accountOf(text: string | undefined): string | null {
  const compact = (text ?? '').replace(/\s/g, '');
  return /^0*$/.test(compact) ? null : compact;
}

/** Banks fill an id that the payer left out with words that say so. */
export function meaningful(id: string | undefined): string | null {
  const tidied = orNull(id);
  return tidied === null || /^(NOT ?PROVIDED|NONREF|NOREF|0+)$/i.test(tidied) ? null : tidied;
}
