import type { FeedBank } from '@inning/sdk';

/** A bank as this connector speaks with it: everything in which it differs from the others. */
export type BankProfile = FeedBank & {
  /** What the paths `/consents` and `/accounts` come after. */
  readonly url: string;
  /** A bank without consents of its own learns from the sign-in what it may show. */
  readonly consents: 'berlin-group' | 'by-sign-in';
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
  } | null;
  /** The number of the registered client as a header: its name, and whether every request has it. */
  readonly client: { readonly header: string; readonly isAlways: boolean } | null;
  /** Whether each request carries a signature (draft-cavage-http-signatures). */
  readonly isSigned: boolean;
};

/** The law (PSD2, RTS 2018/389 articles 10 and 36) allows 180 days, and 4 readings a day by ourselves. */
const LAWFUL = { asks: 'consent', consentDays: 180, readsPerDay: 4 } as const;
const PLAIN = { consents: 'berlin-group', isSigned: false, client: null } as const;

function volksbank(id: string, title: string, name: string): BankProfile {
  const url = `https://psd.bancairediensten.nl/psd2/${name}/v1`;
  return {
    id,
    title,
    ...LAWFUL,
    ...PLAIN,
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

/** The banks as their developer portals describe them. An address that changed is a setting. */
export const BANKS: readonly BankProfile[] = [
  {
    id: 'ing',
    title: 'ING',
    ...LAWFUL,
    url: 'https://api.ing.com/v3',
    consents: 'by-sign-in',
    oauth: {
      authorizeUrl: 'https://myaccount.ing.com/authorize/v2/NL',
      tokenUrl: 'https://api.ing.com/oauth2/token',
      scopes: ['payment-accounts:balances:view', 'payment-accounts:transactions:view'],
      consentIn: null,
    },
    client: null,
    isSigned: true,
  },
  {
    id: 'rabobank',
    title: 'Rabobank',
    ...LAWFUL,
    url: 'https://api.rabobank.nl/openapi/payments/account-information/ais/v3',
    consents: 'by-sign-in',
    oauth: {
      authorizeUrl: 'https://oauth.rabobank.nl/openapi/oauth2/authorize',
      tokenUrl: 'https://oauth.rabobank.nl/openapi/oauth2/token',
      scopes: ['ais.balances.read', 'ais.transactions.read-90days'],
      consentIn: null,
    },
    client: { header: 'x-ibm-client-id', isAlways: true },
    isSigned: true,
  },
  volksbank('sns', 'SNS', 'snsbank'),
  volksbank('regiobank', 'RegioBank', 'regiobank'),
  volksbank('asn', 'ASN Bank', 'asnbank'),
  {
    id: 'triodos',
    title: 'Triodos Bank',
    ...LAWFUL,
    ...PLAIN,
    url: 'https://xs2a.triodos.com/xs2a-bg/nl/v1',
    oauth: {
      authorizeUrl: 'https://xs2a.triodos.com/auth/nl/v1/auth',
      tokenUrl: 'https://xs2a.triodos.com/auth/nl/v1/token',
      scopes: ['AIS'],
      consentIn: 'scope',
    },
  },
  {
    id: 'knab',
    title: 'Knab',
    ...LAWFUL,
    ...PLAIN,
    url: 'https://xs2a.knab.nl/v1',
    oauth: null,
  },
];

/** Everywhere a bank may be asked, also in its sandbox. */
export const BANK_HOSTS = [
  '*.ing.com',
  '*.rabobank.nl',
  'psd.bancairediensten.nl',
  '*.snsbank.nl',
  '*.regiobank.nl',
  '*.asnbank.nl',
  '*.triodos.com',
  '*.knab.nl',
] as const;
