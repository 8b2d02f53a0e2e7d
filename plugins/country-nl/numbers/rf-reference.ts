import { PaymentReferenceInvalidError } from '../law.errors.ts';
import { mod97 } from './mod-97.ts';

/** Makes an RF creditor reference (ISO 11649) of 1 to 21 letters and digits. */
export function makeRfReference(base: string): string {
  const plain = base.toUpperCase();
  if (!/^[0-9A-Z]{1,21}$/.test(plain)) {
    throw new PaymentReferenceInvalidError('RF', 'is made of 1 to 21 letters and digits');
  }
  return `RF${String(98 - mod97(`${plain}RF00`)).padStart(2, '0')}${plain}`;
}

/** True for an RF reference with right check digits; spaces are allowed as printed. */
export function isRfReference(text: string): boolean {
  const plain = text.replaceAll(' ', '').toUpperCase();
  if (!/^RF\d{2}[0-9A-Z]{1,21}$/.test(plain)) return false;
  return mod97(plain.slice(4) + plain.slice(0, 4)) === 1;
}

/** In groups of four, as it stands on an invoice. */
export const printRfReference = (reference: string): string =>
  reference.replace(/(.{4})/g, '$1 ').trimEnd();
