import { PaymentReferenceInvalidError } from '../law.errors.ts';

/** From the right, repeating; betaalvereniging.nl, specificaties betalingskenmerk. */
const WEIGHTS = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];

/** Digits of a reference without check digit or length code; 15 leave no room for the code. */
const LONGEST = 15;
const BARE = 7;

/**
 * Makes a betalingskenmerk of 7 to 12 digits, with a length code, or of 15 digits without one.
 * Seven digits may stay bare: `isBare` leaves out check digit and length.
 */
export function makeBetalingskenmerk(digits: string, { isBare = false } = {}): string {
  const isPossible = /^(\d{7,12}|\d{15})$/.test(digits) && (!isBare || digits.length === BARE);
  if (!isPossible) {
    throw new PaymentReferenceInvalidError('betalingskenmerk', 'is made of 7 to 12 or 15 digits');
  }
  if (isBare) return digits;
  const rest = digits.length === LONGEST ? digits : `${digits.length % 10}${digits}`;
  return checkDigitOf(rest) + rest;
}

/** True for 7 digits, 16 with a check digit, or 9 to 14 with check digit and length code. */
export function isBetalingskenmerk(text: string): boolean {
  const digits = text.replaceAll(' ', '');
  if (!/^\d{7}$|^\d{9,14}$|^\d{16}$/.test(digits)) return false;
  if (digits.length === BARE) return true;
  const hasLength = digits.length < LONGEST;
  if (hasLength && Number(digits[1]) !== (digits.length - 2) % 10) return false;
  return checkDigitOf(digits.slice(1)) === digits[0];
}

function checkDigitOf(rest: string): string {
  const sum = [...rest]
    .toReversed()
    .reduce((total, digit, index) => total + Number(digit) * (WEIGHTS[index % 10] ?? 0), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return '1';
  return check === 11 ? '0' : String(check);
}
