import type { ImportedCreditor } from '@inning/sdk';
import { type Reading, readText } from './reading.ts';
import { findAll, findFilled, plainText, type XmlElement } from '../xml/xml-element.ts';

/** The supplier of the document: whose invoice it is. */
export function readCreditor(document: XmlElement, reading: Reading): ImportedCreditor | null {
  const party = findAll(document, 'AccountingSupplierParty/Party')[0];
  if (party === undefined) return null;
  return {
    name: readName(party, reading),
    companyNumber: readCompanyNumber(party, reading),
    vatNumber: readVatNumber(party, reading),
  };
}

/** The legal name comes first: that is who owes. Then the trading name, then a person's name. */
export function readName(party: XmlElement, reading: Reading): string | null {
  const named =
    readText(party, 'PartyLegalEntity/RegistrationName', reading) ??
    readText(party, 'PartyName/Name', reading);
  if (named !== null) return named;
  const parts = ['FirstName', 'MiddleName', 'FamilyName'].map((part) =>
    readText(party, `Person/${part}`, reading),
  );
  return parts.filter((part) => part !== null).join(' ') || null;
}

/** Schemes of Dutch chamber of commerce numbers, old and new. */
const COMPANY_SCHEMES = new Set(['0106', 'NL:KVK']);

export function readCompanyNumber(party: XmlElement, reading: Reading): string | null {
  const legal = readText(party, 'PartyLegalEntity/CompanyID', reading);
  if (legal !== null) return legal;
  const ids = [...findAll(party, 'PartyIdentification/ID'), ...findAll(party, 'EndpointID')];
  const found = ids.find((id) => COMPANY_SCHEMES.has(id.attributes.get('schemeID') ?? ''));
  return found ? plainText(found) || null : null;
}

export function readVatNumber(party: XmlElement, reading: Reading): string | null {
  const schemes = findAll(party, 'PartyTaxScheme');
  const scheme = schemes.find((found) => {
    const id = findFilled(found, 'TaxScheme/ID');
    return id === null || plainText(id).toUpperCase() === 'VAT';
  });
  return scheme ? readText(scheme, 'CompanyID', reading) : null;
}
