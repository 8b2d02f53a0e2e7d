/**
 * Our fields with the headers by which they are recognised, in Dutch and in English, without
 * capitals, spaces and signs. Earlier names win when a file has several.
 */
export const FIELDS = {
  invoiceNumber: names(
    'factuurnummer factuurnr factnr notanummer documentnummer factuur',
    'invoicenumber invoiceno invoicenr invoiceid documentnumber invoice',
  ),
  invoiceKind: names(
    'factuursoort soortfactuur factuurtype documentsoort',
    'invoicekind invoicetype documenttype',
  ),
  invoicedOn: names(
    'factuurdatum datumfactuur factdatum datum',
    'invoicedate issuedate dateofinvoice invoicedon date',
  ),
  dueOn: names(
    'vervaldatum vervaldag uiterstebetaaldatum betalenvoor',
    'duedate paymentduedate dueon due',
  ),
  currency: names('valuta valutacode munt muntsoort', 'currency currencycode'),
  total: names(
    'factuurbedrag factuurbedraginclbtw bedraginclbtw bedraginclusiefbtw totaalinclbtw totaalinclusiefbtw totaalbedrag totaalbedraginclbtw totaal bedrag',
    'invoiceamount invoicetotal amountinclvat amountincludingvat totalinclvat totalincludingvat grossamount totalamount total amount',
  ),
  open: names(
    'openstaandbedrag openstaand openbedrag bedragopen nogtebetalen restbedrag',
    'openamount outstandingamount outstanding amountdue balancedue open',
  ),
  correctsNumber: names(
    'creditvan creditvoorfactuur gecrediteerdefactuur oorspronkelijkefactuur correctieop',
    'originalinvoice originalinvoicenumber creditfor correctsinvoice',
  ),
  description: names(
    'omschrijving factuuromschrijving beschrijving betreft',
    'description invoicedescription subject',
  ),
  paymentReference: names(
    'betalingskenmerk betaalkenmerk betaalreferentie acceptgirokenmerk',
    'paymentreference paymentref structuredreference',
  ),
  debtorNumber: names(
    'debiteurnummer debiteurennummer debiteurnr debnr debiteurcode klantnummer klantnr klantcode relatienummer relatienr relatiecode',
    'debtornumber debtorno debtorid debtorcode customernumber customerno customerid customercode clientnumber',
  ),
  debtorKind: names(
    'debiteursoort soortdebiteur debiteurtype klantsoort soortklant klanttype typeklant particulierzakelijk zakelijkparticulier soort',
    'debtorkind debtortype customerkind customertype kind',
  ),
  name: names(
    'debiteurnaam naamdebiteur klantnaam naamklant relatienaam bedrijfsnaam naam bedrijf organisatie klant',
    'debtorname customername companyname fullname name company organisation organization customer',
  ),
  firstName: names('voornaam voornamen', 'firstname givenname'),
  infix: names('tussenvoegsel tussenvoegsels voorvoegsel', 'infix middlename'),
  lastName: names('achternaam familienaam', 'lastname surname familyname'),
  attention: names(
    'tav terattentievan contactpersoon contact',
    'attention attn contactperson contactname',
  ),
  email: names('email emailadres mailadres factuuremail mail', 'email emailaddress invoiceemail'),
  phone: names(
    'telefoon telefoonnummer telefoonnr telefoonvast tel telnr',
    'phone phonenumber telephone telephonenumber',
  ),
  mobile: names(
    'mobiel mobielnummer mobielnr mobieletelefoon telefoonmobiel gsm',
    'mobile mobilephone mobilenumber cellphone',
  ),
  language: names('taal taalcode correspondentietaal', 'language languagecode'),
  street: names(
    'factuuradres adres straat straatnaam adresregel1 adres1',
    'invoiceaddress billingaddress address street streetname addressline1 address1',
  ),
  houseNumber: names('huisnummer huisnr', 'housenumber houseno buildingnumber'),
  houseNumberSuffix: names(
    'huisnummertoevoeging toevoeging huisletter',
    'housenumbersuffix housenumberaddition',
  ),
  postcode: names('factuurpostcode postcode', 'postcode postalcode zipcode zip'),
  city: names('factuurplaats plaats woonplaats vestigingsplaats stad', 'city town'),
  country: names('factuurland land landcode', 'country countrycode'),
  correspondenceStreet: names(
    'correspondentieadres postadres',
    'correspondenceaddress mailingaddress',
  ),
  correspondenceHouseNumber: names('correspondentiehuisnummer', 'correspondencehousenumber'),
  correspondencePostcode: names(
    'correspondentiepostcode postadrespostcode',
    'correspondencepostcode mailingpostcode mailingzip',
  ),
  correspondenceCity: names(
    'correspondentieplaats postadresplaats',
    'correspondencecity mailingcity',
  ),
  correspondenceCountry: names(
    'correspondentieland postadresland',
    'correspondencecountry mailingcountry',
  ),
  companyNumber: names(
    'kvknummer kvknr kvk handelsregisternummer ondernemingsnummer',
    'companynumber cocnumber chamberofcommercenumber chamberofcommerce coc',
  ),
  vatNumber: names('btwnummer btwnr btwid btwidentificatienummer', 'vatnumber vatno vatid'),
  iban: names(
    'iban bankrekeningnummer bankrekening rekeningnummer',
    'iban bankaccountnumber bankaccount',
  ),
  remarks: names(
    'opmerking opmerkingen notitie notities toelichting',
    'remarks remark notes comments',
  ),
} as const satisfies Readonly<Record<string, FieldNames>>;

export type Field = keyof typeof FIELDS;
export type FieldNames = { readonly nl: readonly string[]; readonly en: readonly string[] };

export const isField = (name: string): name is Field => Object.hasOwn(FIELDS, name);

/** Fields that make a row an invoice; a file with none of them holds debtors. */
export const INVOICE_FIELDS: readonly Field[] = [
  'invoiceNumber',
  'invoicedOn',
  'dueOn',
  'total',
  'open',
];

/** What every invoice must have besides the name of its debtor. */
export const INVOICE_REQUIRED: readonly Field[] = ['invoiceNumber', 'invoicedOn', 'total'];

/** A header as it is compared: what stands in brackets, signs and accents do not count. */
export function normaliseHeader(header: string): string {
  const bare = header.replace(/\([^)]*\)|\[[^\]]*\]/g, '');
  return bare
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** Which field a header is for, and its rank among the names of that field; null when unknown. */
export function fieldOf(header: string): { field: Field; rank: number; isDutch: boolean } | null {
  return BY_NAME.get(normaliseHeader(header)) ?? null;
}

const BY_NAME = new Map(
  (Object.entries(FIELDS) as [Field, FieldNames][]).flatMap(([field, { nl, en }]) =>
    [...nl, ...en].map((name, at) => {
      const rank = at < nl.length ? at : at - nl.length;
      return [name, { field, rank, isDutch: nl.includes(name) && !en.includes(name) }] as const;
    }),
  ),
);

function names(nl: string, en: string): FieldNames {
  return { nl: nl.split(' '), en: en.split(' ') };
}
