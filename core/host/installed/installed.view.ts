import { type Static, Type } from '@inning/sdk';
import { MessageSchema } from '../../domain/routing/index.ts';
import { allAsksOf, compareAsks, type PluginAsks, sayAsks } from '../../packages/index.ts';
import { hashOf, manifestOf } from './installer.ts';
import type { PackageDoor } from './packages/offer-package.ts';
import {
  INSTALL_STATES,
  INSTALL_STEPS,
  type InstallLine,
  type PluginInstall,
} from './plugin-installs.model.ts';
import type { PluginPackageRow } from './packages/plugin-packages.model.ts';

const LocalizedSchema = Type.Record(Type.String(), Type.String());
const OptionalText = Type.Union([Type.String(), Type.Null()]);

const AskSchema = Type.Object({
  kind: Type.String({
    description: 'claim, hosts, channels, nodePorts, ports, events, credentials',
  }),
  message: MessageSchema,
  isMoney: Type.Boolean({ description: 'It can change what somebody owes, or what money does' }),
  isNew: Type.Boolean({ description: 'Not consented to yet' }),
});
const PublisherSchema = Type.Union([
  Type.Object({ name: OptionalText, keyId: Type.String() }),
  Type.Null(),
]);

const PendingSchema = Type.Object({
  version: Type.String(),
  publisher: PublisherSchema,
  asks: Type.Array(AskSchema),
  asksHash: Type.String({ description: 'Sent back with the consent: it names exactly these asks' }),
});

export const InstalledPluginSchema = Type.Object({
  id: Type.String(),
  title: LocalizedSchema,
  description: LocalizedSchema,
  state: Type.Enum(INSTALL_STATES),
  version: Type.Union([Type.String(), Type.Null()], {
    description: 'For new work; null while nobody consented',
  }),
  keptVersions: Type.Array(Type.String(), {
    description: 'Older ones whose steps are still in running or published flows',
  }),
  publisher: PublisherSchema,
  asks: Type.Array(AskSchema, { description: 'What was consented to' }),
  pending: Type.Union([PendingSchema, Type.Null()], { description: 'What waits for consent' }),
  stoppedBecause: Type.Union([Type.Literal('failures'), Type.Literal('revoked'), Type.Null()]),
  stoppedText: OptionalText,
  by: Type.String(),
  at: Type.String({ format: 'date-time' }),
  history: Type.Array(
    Type.Object({
      what: Type.Enum(INSTALL_STEPS),
      version: OptionalText,
      at: Type.String({ format: 'date-time' }),
      by: Type.String(),
      note: OptionalText,
    }),
  ),
});
export type InstalledPluginView = Static<typeof InstalledPluginSchema>;

/** An install as people see it, with its permissions in codes that have plain words. */
export async function installedView(
  row: PluginInstall,
  door: Pick<PackageDoor, 'find'>,
): Promise<InstalledPluginView> {
  const find = (version: string | null) =>
    version === null ? null : door.find(row.pluginId, version);
  const [current, pending] = await Promise.all([find(row.version), find(row.pendingVersion)]);
  const shown = current ?? pending;
  const plugin = shown ? manifestOf(shown).plugin : null;
  return {
    id: row.pluginId,
    title: { ...(plugin?.title ?? { en: row.pluginId }) },
    description: { ...(plugin?.description ?? { en: '' }) },
    state: row.state,
    version: row.version,
    keptVersions: [...row.kept],
    publisher: publisherOf(shown),
    asks: row.granted ? askViews(row.granted, row.granted) : [],
    pending: pending ? pendingView(pending, row.granted) : null,
    ...stopOf(row),
    by: row.by,
    at: row.at.toISOString(),
    history: row.history.map(lineView),
  };
}

const stopOf = ({ stoppedBecause = null, stoppedText = null }: PluginInstall) => ({
  stoppedBecause: stoppedBecause as 'failures' | 'revoked' | null,
  stoppedText,
});

const lineView = ({ what, version = null, at, by, note = null }: InstallLine) => ({
  what,
  version,
  at: at.toISOString(),
  by,
  note,
});

function pendingView(row: PluginPackageRow, granted: PluginAsks | null) {
  return {
    version: row.version,
    publisher: publisherOf(row),
    asks: askViews(allAsksOf(manifestOf(row)), granted),
    asksHash: hashOf(row),
  };
}

function askViews(asks: PluginAsks, granted: PluginAsks | null) {
  const { added } = compareAsks(granted, asks);
  const news = new Set(sayAsks(added).map(({ message }) => JSON.stringify(message)));
  return sayAsks(asks).map(({ kind, message, isMoney }) => ({
    kind,
    message: { ...message, ...(message.params ? { params: { ...message.params } } : {}) },
    isMoney,
    isNew: news.has(JSON.stringify(message)),
  }));
}

function publisherOf(row: PluginPackageRow | null) {
  return row?.publisherKeyId
    ? { name: row.publisherName ?? null, keyId: row.publisherKeyId }
    : null;
}
