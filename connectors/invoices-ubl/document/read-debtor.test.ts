import { describe, expect, it } from 'vitest';
import { CUSTOMER, invoiceXml, readOne } from '../ubl.fixtures.ts';

const debtorOf = async (customer: string) =>
  (await readOne(invoiceXml({ customer }))).invoice.debtor;

describe('the debtor of a UBL invoice', () => {
  it('is read with address, contact and numbers', async () => {
    const debtor = await debtorOf(`
      <cac:PartyIdentification><cbc:ID>10202</cbc:ID></cac:PartyIdentification>
      <cac:PartyName><cbc:Name>De Korenaar</cbc:Name></cac:PartyName>
      <cac:PostalAddress><cbc:StreetName>Molenweg</cbc:StreetName><cbc:BuildingNumber>4a</cbc:BuildingNumber>
        <cbc:CityName>Zwolle</cbc:CityName><cbc:PostalZone>8011 AB</cbc:PostalZone>
        <cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
      <cac:PartyTaxScheme><cbc:CompanyID>NL001234567B01</cbc:CompanyID>
        <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
      <cac:PartyLegalEntity><cbc:RegistrationName>Korenaar B.V.</cbc:RegistrationName>
        <cbc:CompanyID schemeID="0106">12345678</cbc:CompanyID></cac:PartyLegalEntity>
      <cac:Contact><cbc:Name>M. Mulder</cbc:Name><cbc:Telephone>038-1234567</cbc:Telephone>
        <cbc:ElectronicMail>mulder@korenaar.example</cbc:ElectronicMail></cac:Contact>`);

    expect(debtor).toEqual({
      number: '10202',
      kind: 'business',
      name: 'Korenaar B.V.',
      attention: 'M. Mulder',
      email: 'mulder@korenaar.example',
      phone: '038-1234567',
      mobile: null,
      language: null,
      invoiceAddress: {
        street: 'Molenweg',
        houseNumber: '4a',
        postcode: '8011 AB',
        city: 'Zwolle',
        country: 'NL',
      },
      correspondenceAddress: null,
      companyNumber: '12345678',
      vatNumber: 'NL001234567B01',
      iban: null,
      remarks: null,
    });
  });

  it('is a business by its Peppol address, but not by a mail address as endpoint', async () => {
    const endpoint = (scheme: string, id: string) =>
      debtorOf(`<cbc:EndpointID schemeID="${scheme}">${id}</cbc:EndpointID>${CUSTOMER}`);

    expect(await endpoint('0106', '12345678')).toMatchObject({ kind: 'business' });
    expect(await endpoint('EM', 'l.visser@post.example')).toMatchObject({
      kind: null,
      email: 'l.visser@post.example',
    });
  });

  it('may be a person', async () => {
    const debtor = await debtorOf(
      '<cac:Person><cbc:FirstName>Lotte</cbc:FirstName><cbc:FamilyName>de Visser</cbc:FamilyName></cac:Person>',
    );

    expect(debtor.name).toBe('Lotte de Visser');
  });

  it('keeps braces and formulas in a name as plain text', async () => {
    const name = '=HYPERLINK("x") {{ 7*7 }}';
    const debtor = await debtorOf(`<cac:PartyName><cbc:Name>${name}</cbc:Name></cac:PartyName>`);

    expect(debtor.name).toBe(name);
  });

  it('leaves out a mail address, country or IBAN that cannot be one, with a warning', async () => {
    const customer = `${CUSTOMER}
      <cac:PostalAddress><cac:Country><cbc:IdentificationCode>QQ</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
      <cac:Contact><cbc:ElectronicMail>call me</cbc:ElectronicMail></cac:Contact>`;
    const rest =
      '<cac:PaymentMeans><cac:PayerFinancialAccount><cbc:ID>NL00X</cbc:ID></cac:PayerFinancialAccount></cac:PaymentMeans>';

    const { invoice, warnings } = await readOne(invoiceXml({ customer, rest }));

    expect(invoice.debtor).toMatchObject({ email: null, invoiceAddress: null, iban: null });
    expect(warnings.join(' ')).toMatch(/ElectronicMail.*country.*PayerFinancialAccount/s);
  });

  it('warns of invisible characters in a name', async () => {
    const { warnings } = await readOne(
      invoiceXml({
        customer: '<cac:PartyName><cbc:Name>Jan\u202eneB</cbc:Name></cac:PartyName>',
      }),
    );

    expect(warnings).toEqual(['Name (line 7) holds invisible characters.']);
  });
});
