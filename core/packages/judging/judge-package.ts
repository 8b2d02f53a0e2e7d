import { compare, satisfies } from 'semver';
import { allAsksOf } from '../manifest/asks-of.ts';
import type { PackageSigner, PluginAsks, VerifiedPackage } from '../package-types.ts';
import {
  PackageDowngradedError,
  PackageUnsuitableError,
  PackageVersionReusedError,
  PublisherChangedError,
} from '../packages.errors.ts';
import { compareAsks, isNothing } from './compare-asks.ts';

/** What is known of the version that is installed now. */
export type InstalledPackage = {
  readonly version: string;
  readonly manifestSha256: string;
  readonly publisher: PackageSigner | null;
  /** What was consented to. */
  readonly asks: PluginAsks;
};
export type Judgement = {
  /** `same`: this very content is installed already. */
  readonly kind: 'install' | 'update' | 'same';
  /** Beyond what was consented to; everything, when it is not installed yet. */
  readonly newAsks: PluginAsks;
  readonly droppedAsks: PluginAsks;
  /** Nothing may happen before a person agreed. */
  readonly needsConsent: boolean;
};
export type JudgeOptions = {
  readonly installed: InstalledPackage | null;
  readonly sdkVersion: string;
};

/**
 * May this package be installed, and what does it newly ask? Throws PackageUnsuitableError,
 * PublisherChangedError, PackageDowngradedError or PackageVersionReusedError.
 */
export function judgePackage(offered: VerifiedPackage, options: JudgeOptions): Judgement {
  const { installed, sdkVersion } = options;
  const { id, sdk } = offered.manifest.plugin;
  if (!satisfies(sdkVersion, sdk)) {
    throw new PackageUnsuitableError(id, { wanted: sdk, present: sdkVersion });
  }
  const asks = allAsksOf(offered.manifest);
  const { added, removed } = compareAsks(installed?.asks ?? null, asks);
  const change = { newAsks: added, droppedAsks: removed };
  if (installed === null) return { kind: 'install', ...change, needsConsent: true };

  checkPublisher(offered, installed);
  if (offered.manifestSha256 === installed.manifestSha256) {
    return { kind: 'same', ...change, needsConsent: !isNothing(added) };
  }
  checkVersion(offered, installed);
  return { kind: 'update', ...change, needsConsent: !isNothing(added) };
}

function checkPublisher({ publisher, manifest }: VerifiedPackage, installed: InstalledPackage) {
  // What was installed without a publisher, for trying it out, may be taken over by one.
  if (installed.publisher === null) return;
  if (publisher === null || nameOf(publisher) !== nameOf(installed.publisher)) {
    throw new PublisherChangedError(manifest.plugin.id);
  }
}

/** A publisher may have several keys; who is not trusted is known by the key alone. */
const nameOf = ({ publisherId, keyId }: PackageSigner) => publisherId ?? keyId;

function checkVersion({ manifest }: VerifiedPackage, installed: InstalledPackage): void {
  const { id, version } = manifest.plugin;
  const order = compare(version, installed.version);
  if (order < 0) {
    throw new PackageDowngradedError(id, { installed: installed.version, offered: version });
  }
  if (order === 0) throw new PackageVersionReusedError(id, version);
}
