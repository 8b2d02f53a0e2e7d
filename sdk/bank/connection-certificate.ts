import type { CredentialDefinition } from '../permissions.ts';

/** The certificate with which a licensed party shows itself to a bank (QWAC; RTS 2018/389 article 34). */
export const connectionCertificate = (hosts: readonly string[]): CredentialDefinition => ({
  kind: 'certificate',
  title: {
    nl: 'Certificaat voor de verbinding (QWAC)',
    en: 'Certificate of the connection (QWAC)',
    de: 'Zertifikat der Verbindung (QWAC)',
    fr: 'Certificat de la connexion (QWAC)',
  },
  isOptional: true,
  hosts,
});
