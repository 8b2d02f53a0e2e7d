import type { PluginManifest } from '@inning/sdk/package';
import type { NodeUse } from './use-in-flows.ts';

/** A version of a plugin with the nodes it brings. */
export type VersionWithNodes = Pick<PluginManifest['plugin'], 'version'> & {
  readonly nodes: readonly { readonly id: string; readonly version: number }[];
};

/**
 * Which older versions must stay beside the current one: for each node in use that the current version
 * does not bring, the newest that does. `older` is newest first; so is the answer.
 */
export function keptVersions(
  uses: readonly NodeUse[],
  current: VersionWithNodes,
  older: readonly VersionWithNodes[],
): string[] {
  const brings = ({ nodes }: VersionWithNodes, use: NodeUse) =>
    nodes.some(({ id, version }) => id === use.type && version === use.version);
  const needed = uses
    .filter((use) => !brings(current, use))
    .map((use) => older.find((version) => brings(version, use))?.version);
  return older.map(({ version }) => version).filter((version) => needed.includes(version));
}
