import type { PostalAddress } from '@inning/sdk';
import { type Reading, readText, show } from './reading.ts';
import { findAll, plainText, type XmlElement } from '../xml/xml-element.ts';

const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** The postal address of a party, or null when nothing of it is filled. */
export function readAddress(party: XmlElement, reading: Reading): PostalAddress | null {
  const element = findAll(party, 'PostalAddress')[0];
  if (element === undefined) return null;
  const text = (path: string) => readText(element, path, reading);

  const street = [text('StreetName'), text('AdditionalStreetName')].filter((line) => line !== null);
  const lines = findAll(element, 'AddressLine/Line').map(plainText);
  const address = {
    street: [...street, ...lines].filter((line) => line !== '').join(', ') || text('Postbox'),
    houseNumber: text('BuildingNumber'),
    postcode: text('PostalZone'),
    city: text('CityName'),
    country: readCountry(text('Country/IdentificationCode'), reading),
  };
  return Object.values(address).every((part) => part === null) ? null : address;
}

function readCountry(code: string | null, reading: Reading): string | null {
  if (code === null || isCountry(code)) return code;
  reading.warnings.push(`The country ${show(code)} is unknown and was left out.`);
  return null;
}

/** Codes that name no country: unions and made-up regions. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

/** True for a code in use: former ones, such as that of East Germany, have another as their region. */
function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || NO_COUNTRY.has(code)) return false;
  return REGIONS.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code;
}
