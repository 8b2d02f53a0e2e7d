import type { Clock } from '../clock.ts';
import type { Localized } from '../localized.ts';
import { type MessageTexts, sayMessage } from '../message.ts';
import type { HttpAnswer, HttpRequest, PluginScope, PluginTools } from '../plugin-tools.ts';
import { HttpUnavailableError } from '../plugin-tools.ts';
import type { FakeOutside } from './outside/fake-outside.ts';

/** An administration of some agency. */
export const aScope: PluginScope = {
  agencyId: 'a'.repeat(24),
  administrationId: 'b'.repeat(24),
};

/** A line that the plugin wrote to its log. */
export type LoggedLine = {
  readonly level: 'info' | 'warn' | 'error';
  readonly details: object;
  readonly text: string;
};

export type FakeTools<Settings = unknown> = PluginTools<Settings> & {
  /** Every request that was made, in order. */
  readonly requests: readonly HttpRequest[];
  /** What is in the memory of the plugin. */
  readonly kept: ReadonlyMap<string, string>;
  readonly logged: readonly LoggedLine[];
};
export type FakeToolsOptions<Settings> = {
  readonly settings?: Settings;
  readonly now?: Date;
  /** In place of `now`, when the time moves. */
  readonly clock?: Clock;
  /** Answers requests; left out, nobody answers. */
  readonly answer?: (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>;
  /** In place of `answer`: a whole outside world. */
  readonly outside?: FakeOutside;
  /** The sentences of the plugin; left out, a sentence is its code. */
  readonly texts?: MessageTexts;
};

const NO_TEXTS: Readonly<Record<string, Localized>> = {};

/** Tools for a test of a plugin: a clock that stands still, an outside world that the test plays. */
export function fakeTools<Settings = unknown>(
  options: FakeToolsOptions<Settings> = {},
): FakeTools<Settings> {
  const { now = new Date('2026-03-15T09:00:00Z'), answer, outside } = options;
  const requests: HttpRequest[] = [];
  const kept = new Map<string, string>();
  const logged: LoggedLine[] = [];
  const write = (level: LoggedLine['level']) => (details: object, text: string) =>
    void logged.push({ level, details, text });
  return {
    requests,
    kept,
    logged,
    scope: aScope,
    settings: (options.settings ?? {}) as Settings,
    clock: options.clock ?? { now: () => now },
    http: {
      async request(request) {
        requests.push(request);
        if (outside) return outside.request(request);
        if (!answer) throw new HttpUnavailableError(`Nobody answers at ${request.url}.`);
        return answer(request);
      },
    },
    state: {
      get: async (key) => kept.get(key) ?? null,
      set: async (key, value) => void kept.set(key, value),
      delete: async (key) => void kept.delete(key),
    },
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    translate: (said, locale) => sayMessage(options.texts ?? NO_TEXTS, said, locale),
  };
}
