import type { Localized } from './localized.ts';

/**
 * What a plugin asks for, shown in plain words before it is installed. What it does not ask for, it
 * does not get. Channels and what it does with money follow from its nodes.
 */
export type PluginPermissions = {
  /**
   * Paths into the claim, such as `openCents`, `debtor.name`, `invoices.number` or all of `debtor`.
   * The plugin sees nothing else of a claim.
   */
  readonly claim?: readonly string[];
  /** Names of hosts it speaks to over HTTPS; `*.example.com` is every host below that one. */
  readonly hosts?: readonly string[];
};

/**
 * A secret that the agency enters, kept encrypted. The plugin never sees it: it names the credential in
 * a request, and the host adds it, for the named hosts only.
 */
export type CredentialDefinition = {
  readonly title: Localized;
  readonly hosts: readonly string[];
  /** The plugin works without it, with less; a request that names it then is a `CREDENTIAL_MISSING`. */
  readonly isOptional?: boolean;
} & (
  | {
      readonly kind: 'api-key';
      /** The header that carries it, such as `authorization`. */
      readonly header: string;
      /** What stands before the key, such as `Bearer `. */
      readonly prefix?: string;
    }
  | { readonly kind: 'basic' }
  | {
      /** Authorization code with PKCE (RFC 6749, RFC 7636); sent as a bearer token. */
      readonly kind: 'oauth2';
      readonly authorizeUrl: string;
      readonly tokenUrl: string;
      readonly scopes: readonly string[];
      /** The credential of the kind `certificate` with which tokens are asked, where that is needed. */
      readonly certificate?: string;
      /**
       * The credential of the kind `signature` with which tokens are asked. The application then first
       * gets a token of its own for it (RFC 6749, 4.4), with which it asks for those of people.
       */
      readonly signedBy?: string;
      /** Whoever enters the client may enter other addresses too, such as those of a sandbox. */
      readonly mayLiveElsewhere?: boolean;
    }
  /** A client certificate for TLS. */
  | { readonly kind: 'certificate' }
  | {
      /**
       * A key and its certificate with which each request is signed (draft-cavage-http-signatures-12, as
       * in the Berlin Group's NextGenPSD2). The host adds `date`, `digest`, `signature` and the certificate.
       */
      readonly kind: 'signature';
      readonly algorithm: 'rsa-sha256' | 'rsa-sha512';
      /** What is signed where it is there, in this order; `(request-target)` is method and path. */
      readonly headers: readonly string[];
      /** The header in which the certificate travels. */
      readonly certificateHeader: string;
      /**
       * How the other side knows the key: the number of its certificate, also who issued that, or the
       * client id that was entered for the credential of the kind `oauth2` that names this one.
       */
      readonly keyId: 'serial-decimal' | 'serial-hex' | 'serial-and-issuer' | 'client-id';
    }
);
