import type { PluginDescription } from '@inning/sdk/package';
import type { Describer, SignedPackage } from '../package-types.ts';
import { ManifestDiffersError } from '../packages.errors.ts';

/**
 * Asks the code itself, in the sandbox, and compares with what the manifest says of it. Throws
 * ManifestDiffersError naming the first place that differs.
 */
export async function compareWithCode(
  { manifest, code }: Pick<SignedPackage, 'manifest' | 'code'>,
  sandbox: Describer,
): Promise<void> {
  const said = await sandbox.describe(code);
  const place = findDifference(manifest.plugin, said);
  if (place !== null) throw new ManifestDiffersError(manifest.plugin.id, place);
}

/** Where two descriptions differ, as a JSON pointer; the order of fields counts as little. */
function findDifference(before: PluginDescription, after: unknown): string | null {
  return differenceAt('', before, after);
}

// oxlint-disable-next-line max-params -- a place and two values
function differenceAt(place: string, one: unknown, other: unknown): string | null {
  if (!isObject(one) || !isObject(other)) return Object.is(one, other) ? null : place || '/';
  if (Array.isArray(one) !== Array.isArray(other)) return place || '/';
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = differenceAt(`${place}/${key}`, fieldOf(one, key), fieldOf(other, key));
    if (found !== null) return found;
  }
  return null;
}

/** JSON has no undefined: a field that is not there differs from every one that is. */
const fieldOf = (of: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(of, key) ? of[key] : undefined;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
