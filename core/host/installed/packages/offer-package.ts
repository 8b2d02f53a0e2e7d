import type { Clock } from '@inning/sdk';
import type { PluginManifest } from '@inning/sdk/package';
import {
  allAsksOf,
  compareWithCode,
  type Describer,
  type Judgement,
  judgePackage,
  PackageInvalidError,
  PackageVersionReusedError,
  type Trust,
  type VerifiedPackage,
  verifyPackage,
} from '../../../packages/index.ts';
import { createHash } from 'node:crypto';
import type { ClientSession } from 'mongoose';
import { isDuplicateKey, type Store, systemScope } from '../../../store/index.ts';
import type { Registries } from '../../registries.ts';
import { PluginIdTakenError, PluginUnfitError } from '../installed.errors.ts';
import type { OpenedPackage } from './opened-package.ts';
import type { PluginInstall } from '../plugin-installs.model.ts';
import { type PluginPackageRow, pluginPackages } from './plugin-packages.model.ts';

export type OfferDeps = {
  readonly store: Store;
  readonly clock: Clock;
  /** The plugins of the platform. */
  readonly base: Registries;
  readonly sandbox: Describer;
  readonly sdkVersion: string;
  readonly trust: () => Promise<Trust>;
  /** Makes definitions of a package; throws when it cannot be used. */
  readonly open: (row: PluginPackageRow) => OpenedPackage;
  /** What is wrong with what it would add here; `schemas` is asked before `opened`. */
  readonly check: {
    schemas(manifest: PluginManifest): readonly string[];
    opened(opened: OpenedPackage): readonly string[];
  };
};

/** A package is kept in one row of the database, and in the memory of every process. */
const MOST_BYTES = 2_000_000;

/** A package that may be installed, if the agency agrees to what it asks. */
export type Offer = {
  readonly verified: VerifiedPackage;
  readonly row: Omit<PluginPackageRow, '_id'>;
};

/** Packages as they come in: believed only after everything about them was looked at. */
export function createPackageDoor(deps: OfferDeps) {
  const table = deps.store
    .table(pluginPackages)
    .in(systemScope('packages are of the installation; agencies install them'));

  return {
    /** Reads, verifies, asks the code itself in the sandbox, and tries whether it fits. Writes nothing. */
    async look(bytes: Uint8Array, by: string): Promise<Offer> {
      if (bytes.length > MOST_BYTES) {
        throw new PackageInvalidError('the file', `is larger than ${MOST_BYTES} bytes`);
      }
      const verified = verifyPackage(bytes, await deps.trust());
      const { id } = verified.manifest.plugin;
      if (deps.base.plugins.has(id)) throw new PluginIdTakenError(id);
      await compareWithCode(verified, deps.sandbox);
      const row = rowOf(verified, bytes, { by, at: deps.clock.now() });
      refuse(id, deps.check.schemas(verified.manifest));
      refuse(id, deps.check.opened(deps.open(row as PluginPackageRow)));
      return { verified, row };
    },

    /** What installing it means for an agency that has `install`. Throws the typed refusals of judging. */
    async judge({ verified }: Offer, install: PluginInstall | null): Promise<Judgement> {
      const version = install?.version ?? null;
      const present = version === null ? null : await find(verified.manifest.plugin.id, version);
      const { sdkVersion } = deps;
      if (!present || !install) return judgePackage(verified, { installed: null, sdkVersion });
      const installed = {
        version: present.version,
        manifestSha256: present.manifestSha256,
        publisher: signerOf(present),
        asks: install.granted ?? allAsksOf(JSON.parse(present.manifest)),
      };
      return judgePackage(verified, { installed, sdkVersion });
    },

    /** Stores it once. Throws PackageVersionReusedError when that version is here with other content. */
    async store({ row }: Offer, session: ClientSession): Promise<void> {
      const { pluginId, version, sha256 } = row;
      const known = await table.findOne({ pluginId, version }, { session });
      if (known?.sha256 === sha256) return;
      if (known) throw new PackageVersionReusedError(pluginId, version);
      try {
        await table.insert(row, { session });
      } catch (error) {
        if (isDuplicateKey(error)) throw new PackageVersionReusedError(pluginId, version);
        throw error;
      }
    },
    find,
    /** Takes packages away that no agency names any more. */
    async forgetUnused(named: readonly string[]): Promise<number> {
      const rows = await table.find({}, { fields: ['pluginId', 'version'] });
      const unused = rows.filter((row) => !named.includes(`${row.pluginId}@${row.version}`));
      return table.deleteMany({ _id: { $in: unused.map((row) => row._id) } });
    },
  };

  function find(pluginId: string, version: string): Promise<PluginPackageRow | null> {
    return table.findOne({ pluginId, version });
  }
}
function refuse(pluginId: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new PluginUnfitError(pluginId, problems);
}

export type PackageDoor = ReturnType<typeof createPackageDoor>;

function rowOf(
  { manifest, manifestSha256, publisher }: VerifiedPackage,
  bytes: Uint8Array,
  added: { readonly by: string; readonly at: Date },
): Offer['row'] {
  return {
    pluginId: manifest.plugin.id,
    version: manifest.plugin.version,
    bytes: Buffer.from(bytes) as never,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    manifest: JSON.stringify(manifest),
    manifestSha256,
    publisherKeyId: publisher?.keyId ?? null,
    publisherId: publisher?.publisherId ?? null,
    publisherName: publisher?.name ?? null,
    addedAt: added.at,
    addedBy: added.by,
  };
}

const signerOf = ({ publisherKeyId, publisherId, publisherName }: PluginPackageRow) =>
  publisherKeyId === null || publisherKeyId === undefined
    ? null
    : { keyId: publisherKeyId, publisherId: publisherId ?? null, name: publisherName ?? null };
