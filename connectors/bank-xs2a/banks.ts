import type { CredentialDefinition, FeedBank } from '@inning/sdk';

type SignatureRules = Pick<
  Extract<CredentialDefinition, { readonly kind: 'signature' }>,
  'algorithm' | 'headers' | 'certificateHeader' | 'keyId'
>;

/** A bank as this connector speaks with it: everything in which it differs from the others. */
export type BankProfile = Pick<
  FeedBank,
  'id' | 'title' | 'asks' | 'consentDays' | 'readsPerDay'
> & {
  /** Where it may be asked, also in its sandbox. */
  readonly hosts: readonly string[];
  /** Proposed for what `/consents` and `/accounts` come after; null is not known, somebody enters it. */
  readonly url: string | null;
  /** A bank without consents of its own learns from the sign-in what it may show. */
  readonly consents: 'berlin-group' | 'by-sign-in';
  /** Where balances and transactions are: below `/accounts` by the standard, or where that list says. */
  readonly lists: 'standard' | 'linked';
  /**
   * The owner signs in by OAuth (RFC 6749), and the token goes with every question. Null: the answer to
   * a new consent says where the owner goes.
   */
  readonly oauth: {
    readonly authorizeUrl: string;
    readonly tokenUrl: string;
    readonly scopes: readonly string[];
    /** How the sign-in says for which consent it is; null when there is none. */
    readonly consentIn: 'consentId' | 'scope' | null;
    /** Requests for tokens are signed too, in place of a client secret. */
    readonly isSigned?: boolean;
  } | null;
  /** The number of the registered client as a header: its name, and whether every request has it. */
  readonly client: { readonly header: string; readonly isAlways: boolean } | null;
  /** How each request is signed; null when the certificate of the connection is enough. */
  readonly signature: SignatureRules | null;
};

/** The law (PSD2, RTS 2018/389 articles 10 and 36) allows 180 days, and 4 readings a day by ourselves. */
const LAWFUL = { asks: 'consent', consentDays: 180, readsPerDay: 4 } as const;
const PLAIN = {
  consents: 'berlin-group',
  lists: 'standard',
  signature: null,
  client: null,
} as const;

function volksbank(id: string, title: string, name: string): BankProfile {
  const url = `https://psd.bancairediensten.nl/psd2/${name}/v1`;
  return {
    id,
    title,
    ...LAWFUL,
    ...PLAIN,
    hosts: [`*.${name}.nl`, 'psd.bancairediensten.nl'],
    url,
    oauth: {
      authorizeUrl: `${url}/authorize`,
      tokenUrl: `${url}/token`,
      scopes: ['AIS'],
      consentIn: 'consentId',
    },
    client: { header: 'authorization', isAlways: false },
  };
}

/** What each bank is said to be like; where from, and what is not known, stands in the README. */
export const BANKS: readonly BankProfile[] = [
  {
    id: 'rabobank',
    title: 'Rabobank',
    ...LAWFUL,
    hosts: ['*.rabobank.nl'],
    url: 'https://api.rabobank.nl/openapi/payments/account-information/ais/v3',
    consents: 'by-sign-in',
    lists: 'standard',
    oauth: {
      authorizeUrl: 'https://api.rabobank.nl/openapi/oauth2/authorize',
      tokenUrl: 'https://api.rabobank.nl/openapi/oauth2/token',
      scopes: ['ais.balances.read', 'ais.transactions.read-90days'],
      consentIn: null,
    },
    client: { header: 'x-ibm-client-id', isAlways: true },
    signature: {
      algorithm: 'rsa-sha512',
      headers: ['date', 'digest', 'x-request-id'],
      certificateHeader: 'signature-certificate',
      keyId: 'serial-decimal',
    },
  },
  {
    id: 'ing',
    title: 'ING',
    ...LAWFUL,
    hosts: ['*.ing.com'],
    url: 'https://api.ing.com/v3',
    consents: 'by-sign-in',
    lists: 'linked',
    oauth: {
      authorizeUrl: 'https://myaccount.ing.com/authorize/v2/NL',
      tokenUrl: 'https://api.ing.com/oauth2/token',
      scopes: ['payment-accounts:balances:view', 'payment-accounts:transactions:view'],
      consentIn: null,
      isSigned: true,
    },
    client: null,
    signature: {
      algorithm: 'rsa-sha256',
      headers: ['(request-target)', 'date', 'digest', 'x-request-id'],
      certificateHeader: 'tpp-signature-certificate',
      keyId: 'client-id',
    },
  },
  volksbank('sns', 'SNS', 'snsbank'),
  volksbank('regiobank', 'RegioBank', 'regiobank'),
  volksbank('asn', 'ASN Bank', 'asnbank'),
  {
    id: 'triodos',
    title: 'Triodos Bank',
    ...LAWFUL,
    ...PLAIN,
    hosts: ['*.triodos.com'],
    url: 'https://api-ma.triodos.com/xs2a-bg/nl/v1',
    oauth: {
      authorizeUrl: 'https://api.triodos.com/auth/nl/v1/auth',
      tokenUrl: 'https://api-ma.triodos.com/auth/nl/v1/token',
      scopes: ['openid', 'offline_access'],
      consentIn: 'scope',
    },
    // The Berlin Group's own rules (Implementation Guidelines 1.3, chapter 12).
    signature: {
      algorithm: 'rsa-sha256',
      headers: ['digest', 'x-request-id', 'date', 'tpp-redirect-uri'],
      certificateHeader: 'tpp-signature-certificate',
      keyId: 'serial-and-issuer',
    },
  },
  {
    id: 'knab',
    title: 'Knab',
    ...LAWFUL,
    ...PLAIN,
    hosts: ['*.knab.nl'],
    url: null,
    oauth: null,
  },
];

/** Everywhere a bank may be asked. */
export const BANK_HOSTS: readonly string[] = [...new Set(BANKS.flatMap(({ hosts }) => hosts))];

/** The name of a credential of a bank, for what it is. */
export const credentialNames = ({ id, oauth, client, signature }: BankProfile) => ({
  certificate: 'certificate',
  client: client === null ? null : `${id}-client`,
  signIn: oauth === null ? null : id,
  signature: signature === null ? null : `${id}-signature`,
});
