import { type Locale, sayMessage } from '@inning/sdk';
import type { PluginManifest } from '@inning/sdk/package';
import { allAsksOf, askTexts, sayAsks } from '../../packages/index.ts';

/** What installing a plugin allows, a line per permission. */
export function sayPermissions(manifest: PluginManifest, locale: Locale = 'en'): string[] {
  const lines = sayAsks(allAsksOf(manifest));
  if (lines.length === 0) return ['It asks for nothing.'];
  return lines.map(({ message, isMoney }) => {
    return `  - ${sayMessage(askTexts, message, locale)}${isMoney ? ' (money)' : ''}`;
  });
}
