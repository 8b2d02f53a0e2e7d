/** What the text of a line says of the other side and the payment. */
export type PaymentText = {
  readonly name: string | null;
  readonly account: string | null;
  readonly bic: string | null;
  readonly description: string;
  readonly structuredReference: string | null;
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
  /** True when the text says that an earlier booking is taken back. */
  readonly isReturn: boolean;
  /** Why it is taken back: an ISO code, or the bank's own. */
  readonly returnReason: string | null;
};

export const NO_TEXT: PaymentText = {
  name: null,
  account: null,
  bic: null,
  description: '',
  structuredReference: null,
  endToEndId: null,
  mandateId: null,
  isReturn: false,
  returnReason: null,
};

export const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

export const orNull = (text: string | undefined) => (text ? tidy(text) || null : null);

/** An account without its spaces; null when it is only zeros. */
export function accountOf(text: string | undefined): string | null {
  const compact = (text ?? '').replace(/\s/g, '');
  return /^0*$/.test(compact) ? null : compact;
}

const BIC = /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/;

/** A BIC without its spaces; null for what is none, such as the number of a German bank. */
export function bicOf(text: string | undefined): string | null {
  const compact = (text ?? '').replace(/\s/g, '');
  return BIC.test(compact) ? compact : null;
}

/** Banks fill an id that the payer left out with words that say so. */
export function meaningful(id: string | undefined): string | null {
  const tidied = orNull(id);
  return tidied === null || /^(NOT ?PROVIDED|NONREF|NOREF|0+)$/i.test(tidied) ? null : tidied;
}
