import { type ImportedDebtor, isLocale, type Locale } from '@inning/sdk';
import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import { readAddress } from './read-address.ts';
import { readCompanyNumber, readName, readVatNumber } from './read-party.ts';
import { type Reading, readText, show } from './reading.ts';
import {
  elementPlace,
  findAll,
  findFilled,
  plainText,
  type XmlElement,
} from '../xml/xml-element.ts';

const PARTY = 'AccountingCustomerParty/Party';
/** A loose check: whether an address works shows when mail is sent to it. */
const EMAIL = /^[^\s@<>,;]{1,64}@[^\s@<>,;]+\.[^\s@<>,;.]{2,}$/;

/** The customer of the document, or null when it cannot be named. */
export function readDebtor(document: XmlElement, reading: Reading): ImportedDebtor | null {
  const party = findAll(document, PARTY)[0];
  const name = party ? readName(party, reading) : null;
  if (party === undefined || name === null) {
    const place = elementPlace(
      party ?? document,
      party ? 'PartyLegalEntity/RegistrationName' : PARTY,
    );
    return reading.refuse('DEBTOR_NAME_MISSING', place, 'The name of the customer is missing.');
  }
  const companyNumber = readCompanyNumber(party, reading);
  const vatNumber = readVatNumber(party, reading);
  const endpoint = findFilled(party, 'EndpointID');
  // A mail address as Peppol endpoint is open to anyone; the others are for organisations.
  const hasBusinessEndpoint = endpoint !== null && endpoint.attributes.get('schemeID') !== 'EM';
  const isBusiness = companyNumber !== null || vatNumber !== null || hasBusinessEndpoint;
  return {
    number: readNumber(document, party, reading),
    kind: isBusiness ? 'business' : null,
    name,
    attention: readText(party, 'Contact/Name', reading),
    email: readEmail(party, reading),
    phone: readText(party, 'Contact/Telephone', reading),
    mobile: null,
    language: readLanguage(party),
    invoiceAddress: readAddress(party, reading),
    correspondenceAddress: null,
    companyNumber,
    vatNumber,
    iban: readIban(document, reading),
    remarks: null,
  };
}

/** The number the creditor gave this customer; an id with a scheme belongs to another register. */
function readNumber(document: XmlElement, party: XmlElement, reading: Reading): string | null {
  const assigned = readText(document, 'AccountingCustomerParty/SupplierAssignedAccountID', reading);
  if (assigned !== null) return assigned;
  const own = findAll(party, 'PartyIdentification/ID').find(
    (id) => ['', 'ZZZ'].includes(id.attributes.get('schemeID') ?? '') && plainText(id) !== '',
  );
  return own ? plainText(own).slice(0, 100) : null;
}

function readEmail(party: XmlElement, reading: Reading): string | null {
  const endpoint = findAll(party, 'EndpointID').find(
    (id) => id.attributes.get('schemeID') === 'EM' && plainText(id) !== '',
  );
  const email =
    readText(party, 'Contact/ElectronicMail', reading) ?? (endpoint ? plainText(endpoint) : null);
  if (email === null || EMAIL.test(email)) return email;
  reading.warnings.push(`ElectronicMail ${show(email)} is not a mail address and was left out.`);
  return null;
}

function readLanguage(party: XmlElement): Locale | null {
  const found = findFilled(party, 'Language/ID');
  const code = found ? plainText(found).slice(0, 2).toLowerCase() : null;
  return isLocale(code) ? code : null;
}

function readIban(document: XmlElement, reading: Reading): string | null {
  const payer = 'PayerFinancialAccount/ID';
  const found =
    findFilled(document, `PaymentMeans/PaymentMandate/${payer}`) ??
    findFilled(document, `PaymentMeans/${payer}`);
  if (found === null) return null;
  const iban = electronicFormatIBAN(plainText(found));
  if (iban !== null && isValidIBAN(iban)) return iban;
  reading.warnings.push(
    `PayerFinancialAccount ${show(plainText(found))} is not an IBAN; left out.`,
  );
  return null;
}
