import type { Trust } from '../../../packages/index.ts';
import type { InstallRows } from '../install-rows.ts';
import { isInstalled, packagesOf } from '../live-registries.ts';
import type { OpenedPackage } from '../packages/opened-package.ts';
import type { OpenedPackages } from '../packages/opened-packages.ts';
import { type Suspend, unlessOvertaken } from './suspend-plugin.ts';

export type TrustWatchDeps = {
  readonly rows: InstallRows;
  readonly packages: OpenedPackages;
  readonly trust: () => Promise<Trust>;
  readonly suspend: Suspend;
};

const FRESH_MS = 500;

type Trusted = Pick<OpenedPackage, 'pluginId' | 'version' | 'publisherKeyId' | 'contents'>;

/** Suspends, at every agency, what was revoked since it was installed. */
export function createTrustWatch({ rows, packages, trust, suspend }: TrustWatchDeps) {
  let lookedAt = -Infinity;
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    const now = await trust();
    for (const row of rows.all()) {
      if (!isInstalled(row) || row.stoppedBecause === 'revoked') continue;
      const used = packagesOf(row).flatMap((name) => packages.find(name) ?? []);
      const text = used.map((one) => refusalBy(now, one)).find((reason) => reason !== null);
      if (!text) continue;
      await unlessOvertaken(suspend(row, { because: 'revoked', text }));
    }
    lookedAt = performance.now();
  }

  return async (): Promise<void> => {
    if (performance.now() - lookedAt < FRESH_MS) return;
    looking ??= look().finally(() => {
      looking = null;
    });
    await looking;
  };
}

/** Why a package may not be used any more, or null. */
export function refusalBy(trust: Trust, one: Trusted): string | null {
  const { pluginId, version, publisherKeyId, contents } = one;
  for (const content of contents) {
    const reason = trust.isRevoked(pluginId, version, content);
    if (reason !== null) return reason;
  }
  const publisher = publisherKeyId === null ? null : trust.publisherOf(publisherKeyId);
  if (publisher?.revokedAt) return `the key of ${publisher.name} was revoked`;
  if (publisher === null && !trust.allowUntrusted) return 'its publisher is not trusted here';
  return null;
}
