import { type Static, Type } from 'typebox';
import { PluginDescriptionSchema } from './plugin-description.ts';

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** The first file of a package: what it is, what it asks for, and the hash of everything else in it. */
export const PluginManifestSchema = Type.Object({
  format: Type.Literal(1),
  plugin: PluginDescriptionSchema,
  /** What installing it allows, in codes that screens turn into plain words. */
  asks: Type.Object({
    /** Paths into the claim. */
    claim: Type.Array(Type.String()),
    hosts: Type.Array(Type.String()),
    /** Ways by which its nodes reach debtors: `mail`, `post`, `phone`, `sms`. */
    channels: Type.Array(Type.String()),
    /** What its nodes may do: names of node ports (`tasks`, `costs`, `debtor`, `flow`, `mail`). */
    nodePorts: Type.Array(Type.String()),
    /** Connector ports it provides. */
    ports: Type.Array(Type.String()),
    /** Events it hears. */
    events: Type.Array(Type.String()),
  }),
  /** By path; all files but the manifest itself and the signatures. */
  files: Type.Record(
    Type.String(),
    Type.Object({ sha256: Sha256, size: Type.Integer({ minimum: 0 }) }),
  ),
});
export type PluginManifest = Static<typeof PluginManifestSchema>;
export type PackageAsks = PluginManifest['asks'];
