import type ivm from 'isolated-vm';
import type { FromChild, LossKind } from '../pool/messages.ts';
import type { Isolates, WarmIsolate } from './isolates.ts';

/** Fresh contexts by number. What is asked of one happens in order, of several side by side. */
export type Runs = {
  open(run: number, sha256: string): void;
  loadExpressions(run: number): void;
  take(run: number, text: string): void;
  close(run: number): void;
};
export type RunsDeps = {
  readonly cpuMs: number;
  readonly outputChars: number;
  readonly tell: (message: FromChild) => void;
};

type OpenRun = {
  readonly warm: WarmIsolate;
  context: ivm.Context | null;
  pump: ivm.Reference | null;
  drain: ivm.Reference | null;
  queue: Promise<void>;
  isOver: boolean;
};

class LostRun extends Error {
  readonly kind: LossKind;
  constructor(kind: LossKind, reason: string) {
    super(reason);
    this.kind = kind;
  }
}
class RefusedModule extends Error {}

export function createRuns(isolates: Isolates, { cpuMs, outputChars, tell }: RunsDeps): Runs {
  const runs = new Map<number, OpenRun>();
  const timeout = { timeout: cpuMs };

  /** Work on a run after what was asked before; the first failure ends the run. */
  function then(run: number, work: (open: OpenRun) => Promise<void>): void {
    const open = runs.get(run);
    if (!open) return;
    open.queue = open.queue.then(async () => {
      if (open.isOver) return;
      try {
        await work(open);
      } catch (error) {
        end(run, open);
        if (error instanceof RefusedModule) tell(['refused', run, error.message]);
        else tell(['lost', run, ...lossOf(error, open)]);
      }
    });
  }

  function end(run: number, open: OpenRun): void {
    if (open.isOver) return;
    open.isOver = true;
    open.warm.users -= 1;
    runs.delete(run);
    if (!open.warm.isolate.isDisposed) open.context?.release();
  }

  return {
    open(run, sha256) {
      const warm = isolates.take(sha256);
      const queue = Promise.resolve();
      const open: OpenRun = { warm, context: null, pump: null, drain: null, queue, isOver: false };
      runs.set(run, open);
      then(run, (one) => loadPlugin(one, cpuMs));
    },
    loadExpressions(run) {
      then(run, async ({ warm, context }) => {
        if (context) await warm.runExpressions(context);
      });
    },
    take(run, text) {
      then(run, async (open) => {
        const { pump, drain } = open;
        await pump?.apply(undefined, [text], timeout).catch((error) => passOver(error, open));
        const out: unknown = await drain?.apply(undefined, [], timeout);
        if (typeof out !== 'string') throw new LostRun('threw', 'It hands back no text.');
        if (out.length > outputChars * 2)
          throw new LostRun('flood', 'It hands back more than fits.');
        tell(['out', run, out]);
      });
    },
    close(run) {
      const open = runs.get(run);
      if (open) open.queue = open.queue.then(() => end(run, open));
    },
  };
}

/** Prelude first, so that nothing of others can have touched it; then the plugin, which is handed to it. */
async function loadPlugin(open: OpenRun, cpuMs: number): Promise<void> {
  const { warm } = open;
  const context = await warm.newContext();
  open.context = context;
  const guest = await warm.runPrelude(context);
  open.pump = await guest.get('pump', { reference: true });
  open.drain = await guest.get('drain', { reference: true });
  const attach = await guest.get('attach', { reference: true });
  const module = await warm.compilePlugin();
  await module.instantiate(context, (name) => {
    throw new LostRun('threw', `It imports "${name.slice(0, 100)}"; it must be one file.`);
  });
  const timeout = { timeout: cpuMs };
  await module.evaluate(timeout);
  const refused: unknown = await attach.apply(undefined, [module.namespace.derefInto()], timeout);
  if (typeof refused === 'string') throw new RefusedModule(refused);
}

/** A rejection that nobody handled comes out here; it concerns no call, and calls tell their own. */
function passOver(error: unknown, open: OpenRun): void {
  if (lossOf(error, open)[0] !== 'threw') throw error;
}

const MOST_CHARS = 500;

function lossOf(error: unknown, { warm }: OpenRun): [LossKind, string] {
  if (error instanceof LostRun) return [error.kind, error.message];
  const text = error instanceof Error ? String(error.message).slice(0, MOST_CHARS) : 'It threw.';
  if (warm.isolate.isDisposed || /memory limit|allocation failed/i.test(text)) {
    return ['memory', 'It used more memory than it may.'];
  }
  if (/timed out/.test(text)) return ['timeout', 'It worked longer than it may.'];
  return ['threw', text];
}
