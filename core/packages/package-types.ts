import type { PackageAsks, PluginDescription, PluginManifest } from '@inning/sdk/package';

/** One file of a package; `path` is one of PACKAGE_PATHS. */
export type PackageFile = { readonly path: string; readonly bytes: Uint8Array };

/** The code of a plugin version, as the sandbox runs it. `sha256` is that of its source. */
export type PluginCode = {
  readonly id: string;
  readonly sha256: string;
  readonly source: string;
};

/** One signature under a package: by its publisher, or by somebody who vouches for it as well. */
export type PackageSignature = {
  readonly role: 'publisher' | 'counter';
  /** The Ed25519 key that signed: 32 bytes, as base64. */
  readonly publicKey: string;
  /** SHA-256 of the manifest that was signed, in hexadecimal. */
  readonly manifestSha256: string;
  /** 64 bytes, as base64. */
  readonly signature: string;
};

/** A package that was read: well-formed, with every file as its manifest says. Trusts nobody yet. */
export type SignedPackage = {
  readonly manifest: PluginManifest;
  /** SHA-256 of manifest.json: names this content, whoever signed it. */
  readonly manifestSha256: string;
  readonly code: PluginCode;
  readonly files: readonly PackageFile[];
  readonly signatures: readonly PackageSignature[];
};

/** What makes a publisher's key trusted; asked while verifying. */
export type TrustedKey = {
  /** Whose key it is. Keys that took over from one another are of one publisher. */
  readonly publisherId: string;
  readonly name: string;
  readonly publicKey: string;
  readonly revokedAt: Date | null;
};
export type Trust = {
  publisherOf(keyId: string): TrustedKey | null;
  /** Why a version, or a content by its SHA-256 (of manifest or code), was withdrawn; else null. */
  isRevoked(pluginId: string, version: string, sha256: string): string | null;
  /** For trying out one's own work: unsigned packages and unknown publishers pass. */
  readonly allowUntrusted?: boolean;
};

export type PackageSigner = {
  readonly keyId: string;
  /** Null when this key is not trusted here. */
  readonly publisherId: string | null;
  readonly name: string | null;
};

/** A package that may be believed: intact, signed and not revoked. */
export type VerifiedPackage = SignedPackage & {
  /** Null only for an unsigned package where that is allowed. */
  readonly publisher: PackageSigner | null;
  readonly counterSigners: readonly PackageSigner[];
};

/** Everything a plugin asks for; credentials as `name host`, since they travel to that host. */
export type PluginAsks = PackageAsks & { readonly credentials: readonly string[] };

/** The part of the sandbox that packing and checking need. */
export type Describer = { describe(code: PluginCode): Promise<PluginDescription> };
