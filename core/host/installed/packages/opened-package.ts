import type { MessageTexts, NodeDefinition } from '@inning/sdk';
import type { PluginManifest } from '@inning/sdk/package';
import type { LoadedPlugin, PluginListener, PortProvider } from '../../registries.ts';

/** A package whose plugin can be used: its definitions run in the sandbox, wherever they are called. */
export type OpenedPackage = {
  readonly pluginId: string;
  readonly version: string;
  /** Of the bytes. */
  readonly sha256: string;
  readonly manifest: PluginManifest;
  /** Null for an unsigned one. */
  readonly publisherKeyId: string | null;
  /** Names its content in revocations: SHA-256 of the manifest, and of the code. */
  readonly contents: readonly string[];
  readonly plugin: LoadedPlugin;
  readonly nodes: readonly NodeDefinition[];
  readonly ports: readonly (PortProvider & { readonly name: string })[];
  readonly listeners: readonly PluginListener[];
  readonly texts: MessageTexts;
};

/** Names one package of the database. */
export type PackageName = { readonly pluginId: string; readonly version: string };
export const packageKey = ({ pluginId, version }: PackageName) => `${pluginId}@${version}`;
