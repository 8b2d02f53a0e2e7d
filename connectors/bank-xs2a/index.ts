import { type CredentialDefinition, definePlugin } from '@inning/sdk';
import { connectionCertificate } from '@inning/sdk/bank';
import { BANK_HOSTS, BANKS, type BankProfile, credentialNames } from './banks.ts';
import { createXs2aFeed } from './xs2a-feed.port.ts';
import { Xs2aSettings } from './xs2a-settings.ts';

/** Reads accounts at Dutch banks by the standard of the Berlin Group (NextGenPSD2). */
export const bankXs2aPlugin = definePlugin({
  id: 'bank-xs2a',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: {
    nl: 'Bankkoppeling (PSD2)',
    en: 'Bank connection (PSD2)',
    de: 'Bankverbindung (PSD2)',
    fr: 'Connexion bancaire (DSP2)',
  },
  description: {
    nl: 'Leest rekeningen bij ING, Rabobank, SNS, RegioBank, ASN, Triodos en Knab, met toestemming van de houder.',
    en: 'Reads accounts at ING, Rabobank, SNS, RegioBank, ASN, Triodos and Knab, with consent of the holder.',
    de: 'Liest Konten bei ING, Rabobank, SNS, RegioBank, ASN, Triodos und Knab, mit Zustimmung des Inhabers.',
    fr: 'Lit les comptes chez ING, Rabobank, SNS, RegioBank, ASN, Triodos et Knab, avec l’accord du titulaire.',
  },
  settings: Xs2aSettings,
  permissions: { hosts: BANK_HOSTS },
  credentials: {
    certificate: connectionCertificate(BANK_HOSTS),
    ...Object.fromEntries(BANKS.flatMap((bank) => [...clientOf(bank), ...signatureOf(bank)])),
    ...Object.fromEntries(BANKS.flatMap(signInOf)),
  },
  setup(host) {
    host.ports.provide('bank-feed', (settings, _scope, tools) => createXs2aFeed(tools, settings));
  },
});

type Named = readonly [string, CredentialDefinition];

function signInOf(bank: BankProfile): Named[] {
  const { id, title, hosts, oauth } = bank;
  if (!oauth) return [];
  const { authorizeUrl, tokenUrl, scopes, isSigned } = oauth;
  const { signature } = credentialNames(bank);
  return [
    [
      id,
      {
        kind: 'oauth2',
        isOptional: true,
        mayLiveElsewhere: true,
        title: {
          nl: `Aanmelden bij ${title}`,
          en: `Signing in at ${title}`,
          de: `Anmeldung bei ${title}`,
          fr: `Connexion chez ${title}`,
        },
        hosts,
        authorizeUrl,
        tokenUrl,
        scopes,
        certificate: 'certificate',
        ...(isSigned && signature ? { signedBy: signature } : {}),
      },
    ],
  ];
}

function clientOf(bank: BankProfile): Named[] {
  const { id, title, hosts, client } = bank;
  if (!client) return [];
  return [
    [
      `${id}-client`,
      {
        kind: 'api-key',
        isOptional: true,
        header: client.header,
        title: {
          nl: `Nummer als klant (client id) bij ${title}`,
          en: `Client id at ${title}`,
          de: `Client-ID bei ${title}`,
          fr: `Identifiant client chez ${title}`,
        },
        hosts,
      },
    ],
  ];
}

function signatureOf(bank: BankProfile): Named[] {
  const { title, hosts, signature } = bank;
  const name = credentialNames(bank).signature;
  if (signature === null || name === null) return [];
  return [
    [
      name,
      {
        kind: 'signature',
        isOptional: true,
        ...signature,
        title: {
          nl: `Certificaat voor ondertekenen (QSealC) bij ${title}`,
          en: `Certificate of signing (QSealC) at ${title}`,
          de: `Zertifikat zum Signieren (QSealC) bei ${title}`,
          fr: `Certificat de signature (QSealC) chez ${title}`,
        },
        hosts,
      },
    ],
  ];
}
