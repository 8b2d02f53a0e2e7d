import { HttpRefusedError, type PluginTools, sayMessage, type MessageTexts } from '@inning/sdk';
import { systemClock } from '../../clock.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Tools of a plugin for a command that works without a database and for nobody in particular: a
 * request is refused, and what it remembers lasts as long as the command.
 */
export function offlineTools(settings: unknown, texts: MessageTexts): PluginTools {
  const kept = new Map<string, string>();
  return {
    scope: { agencyId: null, administrationId: null },
    settings,
    clock: systemClock,
    log: SILENT,
    http: {
      request: async ({ url }) => {
        throw new HttpRefusedError('This command makes no requests.', { url });
      },
    },
    state: {
      get: async (key) => kept.get(key) ?? null,
      set: async (key, value) => void kept.set(key, value),
      delete: async (key) => void kept.delete(key),
    },
    translate: (said, locale) => sayMessage(texts, said, locale),
  };
}
