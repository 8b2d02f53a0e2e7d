import ivm from 'isolated-vm';
import type { ChildSetup } from '../pool/messages.ts';

/** A plugin's own heap, kept warm: contexts are fresh, what V8 compiled is not compiled again. */
export type WarmIsolate = {
  readonly sha256: string;
  readonly isolate: ivm.Isolate;
  /** Contexts in use; an isolate without any may be given up. */
  users: number;
  /** A new context in which the plugin is about to be loaded. */
  newContext(): Promise<ivm.Context>;
  runPrelude(context: ivm.Context): Promise<ivm.Reference>;
  runExpressions(context: ivm.Context): Promise<void>;
  compilePlugin(): Promise<ivm.Module>;
};
export type Isolates = {
  learn(sha256: string, source: string): void;
  /** Taken for one user, who gives it back by `users -= 1`. */
  take(sha256: string): WarmIsolate;
};

/** Compiled code that V8 made here from the same source; none ever comes from outside. */
type Cached = { plugin?: ivm.ExternalCopy<ArrayBuffer> };

export function createIsolates(setup: ChildSetup, onCatastrophe: () => void): Isolates {
  const sources = new Map<string, string>();
  const warm = new Map<string, WarmIsolate>();

  return {
    learn: (sha256, source) => void sources.set(sha256, source),
    take(sha256) {
      const known = warm.get(sha256);
      warm.delete(sha256);
      const isolate = known?.isolate.isDisposed === false ? known : warmUp(sha256);
      // The last one used stands last: the first is given up first.
      warm.set(sha256, isolate);
      isolate.users += 1;
      giveUpOldest();
      return isolate;
    },
  };

  function giveUpOldest(): void {
    for (const [sha256, { isolate, users }] of warm) {
      if (warm.size <= setup.isolates) return;
      if (users > 0) continue;
      warm.delete(sha256);
      if (!isolate.isDisposed) isolate.dispose();
    }
  }

  function warmUp(sha256: string): WarmIsolate {
    const source = sources.get(sha256) ?? '';
    const isolate = new ivm.Isolate({
      memoryLimit: setup.memoryMb,
      onCatastrophicError: onCatastrophe,
    });
    const script = (text: string) => isolate.compileScript(text, { filename: 'inning:guest' });
    let prelude: Promise<ivm.Script> | null = null;
    let expressions: Promise<ivm.Script> | null = null;
    const cached: Cached = {};
    return {
      sha256,
      isolate,
      users: 0,
      newContext: () => isolate.createContext(),
      async runPrelude(context) {
        const compiled = await (prelude ??= script(setup.prelude));
        return compiled.run(context, { reference: true, timeout: setup.cpuMs });
      },
      async runExpressions(context) {
        const compiled = await (expressions ??= script(setup.expressions));
        await compiled.run(context, { timeout: setup.cpuMs });
      },
      async compilePlugin() {
        const known = cached.plugin;
        const options = known ? { cachedData: known } : ({ produceCachedData: true } as const);
        const module = await isolate.compileModule(source, { filename: 'plugin.js', ...options });
        const { cachedData } = module as { cachedData?: ivm.ExternalCopy<ArrayBuffer> };
        if (cachedData && !known) cached.plugin = cachedData;
        return module;
      },
    };
  }
}
