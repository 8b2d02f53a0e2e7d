import type { Book, ReferenceKind, Scope } from '../book/book.ts';
import type { Piece } from '../reading/find-pieces.ts';
import type { ReadText } from '../reading/read-text.ts';

/** A number in a text that points at an invoice, dossier, customer or plan of the creditor. */
export type Reference = {
  readonly kind: ReferenceKind;
  /** Row of the invoice; of a dossier its first invoice; of a customer the debtor; of a plan the plan. */
  readonly row: number;
  readonly debtor: number;
  readonly piece: Piece;
  /** `exact` has every digit, `notation` is written otherwise, `typed` has one typing error. */
  readonly how: 'exact' | 'notation' | 'typed';
  /** Points of certainty; an exact number of an invoice has about 7. */
  readonly weight: number;
};

export type Look = { readonly book: Book; readonly scope: Scope; readonly text: ReadText };
