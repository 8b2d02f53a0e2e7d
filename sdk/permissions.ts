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
    }
  /** A client certificate for TLS. */
  | { readonly kind: 'certificate' }
);
