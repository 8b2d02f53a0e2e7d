import type { HttpAnswer, HttpRequest, PluginScope, PluginTools } from '../plugin-tools.ts';
import { HttpUnavailableError } from '../plugin-tools.ts';

/** An administration of some agency. */
export const aScope: PluginScope = {
  agencyId: 'a'.repeat(24),
  administrationId: 'b'.repeat(24),
};

export type FakeTools<Settings = unknown> = PluginTools<Settings> & {
  /** Every request that was made, in order. */
  readonly requests: readonly HttpRequest[];
  /** What is in the memory of the plugin. */
  readonly kept: ReadonlyMap<string, string>;
};
export type FakeToolsOptions<Settings> = {
  readonly settings?: Settings;
  readonly now?: Date;
  /** Answers requests; left out, nobody answers. */
  readonly answer?: (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>;
};

/** Tools for a test of a plugin: a clock that stands still, an outside world that the test plays. */
export function fakeTools<Settings = unknown>(
  options: FakeToolsOptions<Settings> = {},
): FakeTools<Settings> {
  const { now = new Date('2026-03-15T09:00:00Z'), answer } = options;
  const requests: HttpRequest[] = [];
  const kept = new Map<string, string>();
  return {
    requests,
    kept,
    scope: aScope,
    settings: (options.settings ?? {}) as Settings,
    clock: { now: () => now },
    http: {
      async request(request) {
        requests.push(request);
        if (!answer) throw new HttpUnavailableError(`Nobody answers at ${request.url}.`);
        return answer(request);
      },
    },
    state: {
      get: async (key) => kept.get(key) ?? null,
      set: async (key, value) => void kept.set(key, value),
      delete: async (key) => void kept.delete(key),
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    translate: ({ code }) => code,
  };
}
