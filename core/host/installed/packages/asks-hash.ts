import { createHash } from 'node:crypto';
import type { PluginAsks } from '../../../packages/index.ts';

/** Names exactly what was shown: consent to it is consent to nothing else. */
export function asksHash(shown: {
  readonly pluginId: string;
  readonly version: string;
  /** Of the package. */
  readonly sha256: string;
  readonly asks: PluginAsks;
}): string {
  const asks = Object.entries(shown.asks)
    .map(([kind, list]) => [kind, [...list].sort()])
    .sort();
  const text = JSON.stringify([shown.pluginId, shown.version, shown.sha256, asks]);
  return createHash('sha256').update(text).digest('hex');
}
