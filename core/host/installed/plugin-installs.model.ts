import { Schema } from 'mongoose';
import type { PluginAsks } from '../../packages/index.ts';
import { defineTable, optionalText, type Row, type TableDefinition } from '../../store/index.ts';

export const INSTALL_STATES = ['awaiting-consent', 'active', 'suspended', 'uninstalled'] as const;
/** What happened to an install, for the history: who did what, with which version. */
export const INSTALL_STEPS = [
  'offered',
  'consented',
  'updated',
  'declined',
  'suspended',
  'revoked',
  'resumed',
  'tidied',
  'uninstalled',
] as const;
export type InstallLine = {
  readonly what: (typeof INSTALL_STEPS)[number];
  readonly version: string | null;
  /** Of the package, so that a version can be told from another of the same name. */
  readonly sha256: string | null;
  readonly at: Date;
  readonly by: string;
  readonly note: string | null;
};

const line = new Schema(
  {
    what: { type: String, enum: INSTALL_STEPS, required: true },
    version: optionalText(),
    sha256: optionalText(),
    at: { type: Date, required: true },
    by: { type: String, required: true },
    note: optionalText(),
  },
  { _id: false },
);

/** A plugin of others within one agency. An install that is gone keeps its row, for the history. */
const table = defineTable(
  'plugin-installs',
  'agency',
  new Schema({
    pluginId: { type: String, required: true },
    state: { type: String, enum: INSTALL_STATES, required: true },
    /** The version for new work; null while nobody consented yet, and after uninstalling. */
    version: optionalText(),
    /** Older versions that bring nodes which running or published flows still use. */
    kept: { type: [String], default: [] },
    /** What was consented to: paths, hosts and so on, by kind. */
    granted: { type: Schema.Types.Mixed, default: null },
    /** A version that waits for consent. */
    pendingVersion: optionalText(),
    /** Why it is suspended: `failures` or `revoked`, with the words of whoever found it. */
    stoppedBecause: optionalText(),
    stoppedText: optionalText(),
    /** The newest failures in a row of the kind that suspends. */
    failures: { type: [Date], default: [] },
    by: { type: String, required: true },
    at: { type: Date, required: true },
    history: { type: [line], default: [] },
    /** Counts the changes: every change names the one it was based on, so that none is lost. */
    changes: { type: Number, required: true },
    updatedAt: { type: Date, required: true },
  })
    .index({ agencyId: 1, pluginId: 1 }, { unique: true })
    .index({ updatedAt: 1 }),
);
type Loose = 'granted' | 'failures' | 'history' | 'kept';
export type PluginInstall = Omit<Row<typeof table>, Loose> & {
  readonly granted: PluginAsks | null;
  readonly failures: readonly Date[];
  readonly history: readonly InstallLine[];
  readonly kept: readonly string[];
};
export const pluginInstalls = table as unknown as TableDefinition<PluginInstall, 'agency'>;
