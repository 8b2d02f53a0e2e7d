import type { DebtorKind, ImportedDebtor, Locale, PostalAddress } from '@inning/sdk';
import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import {
  parseCountry,
  parseDebtorKind,
  parseInvoiceKind,
  parseLanguage,
} from './cells/parse-words.ts';
import { type RowReader, show } from './cells/row-reader.ts';
import type { Field } from './columns/fields.ts';

/** A loose check: whether an address works shows when mail is sent to it. */
const EMAIL = /^[^\s@<>,;=+-][^\s@<>,;]{0,63}@[^\s@<>,;]+\.[^\s@<>,;.]{2,}$/;
const PHONE = /^[+(\d][\d\s()./-]{4,29}$/;
const MAX_REMARKS = 2000;

/** The debtor of a row, or null when the row has none that can be used; `row` then says why. */
export function readDebtor(row: RowReader): ImportedDebtor | null {
  const number = row.identity('debtorNumber');
  const name = readName(row);
  const companyNumber = row.text('companyNumber');
  const vatNumber = row.text('vatNumber');
  const kind = readKind(row);
  const debtor: Omit<ImportedDebtor, 'name'> = {
    number,
    kind: kind ?? (companyNumber !== null || vatNumber !== null ? 'business' : null),
    attention: row.text('attention'),
    email: readEmail(row),
    phone: readPhone(row, 'phone'),
    mobile: readPhone(row, 'mobile'),
    language: readLanguage(row),
    invoiceAddress: readInvoiceAddress(row),
    correspondenceAddress: readCorrespondenceAddress(row),
    companyNumber,
    vatNumber,
    iban: readIban(row),
    remarks: row.text('remarks', MAX_REMARKS),
  };
  return name === null ? null : { ...debtor, name };
}

function readName(row: RowReader): string | null {
  const parts = (['firstName', 'infix', 'lastName'] as const).map((part) => row.text(part));
  const person = parts.filter((part) => part !== null).join(' ');
  const isUnread = row.raw('name') !== '' || row.raw('lastName') !== '';
  const name = row.text('name') ?? (parts[2] === null || parts[2] === undefined ? null : person);
  if (name !== null) return name;
  // A name that is there but cannot be used has been refused with its own reason.
  if (isUnread) return null;
  const field = row.has('name') ? 'name' : 'lastName';
  return row.refuse('DEBTOR_NAME_MISSING', field, 'is empty: the debtor has no name');
}

function readKind(row: RowReader): DebtorKind | null {
  const text = row.raw('debtorKind');
  if (text === '') return null;
  const kind = parseDebtorKind(text);
  // A column "soort" may also say factuur or creditnota; the invoice reads it then.
  if (kind !== null || isForInvoice(row, text)) return kind;
  return row.refuse('KIND_UNKNOWN', 'debtorKind', `${show(text)} is not particulier or zakelijk`);
}

const isForInvoice = (row: RowReader, text: string) =>
  !row.has('invoiceKind') && row.has('invoiceNumber') && parseInvoiceKind(text) !== null;

function readEmail(row: RowReader): string | null {
  const email = row.raw('email');
  if (email === '' || (EMAIL.test(email) && email.length <= 254)) return email || null;
  return row.warn('email', `${show(email)} is not a mail address; left out`);
}

function readPhone(row: RowReader, field: 'phone' | 'mobile'): string | null {
  const phone = row.raw(field);
  if (phone === '' || PHONE.test(phone)) return phone || null;
  return row.warn(field, `${show(phone)} is not a telephone number; left out`);
}

function readLanguage(row: RowReader): Locale | null {
  const text = row.raw('language');
  const language = parseLanguage(text);
  if (text === '' || language !== null) return language;
  return row.warn('language', `${show(text)} is not a language we know; left out`);
}

function readIban(row: RowReader): string | null {
  const text = row.raw('iban');
  const iban = electronicFormatIBAN(text);
  if (text === '') return null;
  if (iban !== null && isValidIBAN(iban)) return iban;
  return row.warn('iban', `${show(text)} is not an IBAN; left out`);
}

function readInvoiceAddress(row: RowReader): PostalAddress | null {
  const suffix = row.text('houseNumberSuffix');
  const houseNumber = row.text('houseNumber');
  return filled({
    street: row.text('street'),
    houseNumber: [houseNumber, suffix].filter((part) => part !== null).join(' ') || null,
    postcode: row.text('postcode'),
    city: row.text('city'),
    country: readCountry(row, 'country'),
  });
}

function readCorrespondenceAddress(row: RowReader): PostalAddress | null {
  return filled({
    street: row.text('correspondenceStreet'),
    houseNumber: row.text('correspondenceHouseNumber'),
    postcode: row.text('correspondencePostcode'),
    city: row.text('correspondenceCity'),
    country: readCountry(row, 'correspondenceCountry'),
  });
}

const filled = (address: PostalAddress) =>
  Object.values(address).some((part) => part !== null) ? address : null;

function readCountry(row: RowReader, field: Field): string | null {
  const text = row.raw(field);
  if (text === '') return null;
  return parseCountry(text) ?? row.warn(field, `${show(text)} is not a country; left out`);
}
