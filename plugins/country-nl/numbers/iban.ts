import { isValidIBAN } from 'ibantools';

/** As it is printed without spaces, in capitals. */
export const compactIban = (text: string): string => text.replace(/\s/g, '').toUpperCase();

/** True for a bank account number of any country, in groups or not, with right check digits. */
export const isIban = (text: string): boolean => isValidIBAN(compactIban(text));

/** In groups of four, as people read it. */
export const printIban = (text: string): string =>
  compactIban(text)
    .replace(/(.{4})/g, '$1 ')
    .trimEnd();
