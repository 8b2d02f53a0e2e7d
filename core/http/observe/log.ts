import { type DestinationStream, type Level, type Logger, pino } from 'pino';
import { logSafe, safeError, scrub } from './log-safe.ts';

export type LogOptions = {
  readonly level?: Level | 'silent';
  /** Standard output when left out. */
  readonly destination?: DestinationStream;
};

/**
 * The log of the process: one JSON object per line. Everything passes through `logSafe`, also what a
 * library logs by itself, so that names, addresses, e-mail addresses and IBANs never reach it.
 */
export function createLog({ level = 'info', destination }: LogOptions = {}): Logger {
  const options = {
    level,
    base: { pid: process.pid },
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (fields: object) => logSafe(fields) as Record<string, unknown>,
    },
    serializers: {
      // Errors came through `logSafe` already, except those that are logged without an object.
      err: (error: unknown) => (error instanceof Error ? safeError(error) : error),
      req: () => undefined,
      res: () => undefined,
    },
    hooks: {
      logMethod(this: Logger, args: unknown[], method: (...args: unknown[]) => void) {
        const safe = args.map((arg) => (typeof arg === 'string' ? scrub(arg) : arg));
        // Without a text of its own, the text of the error would become the message of the line.
        if (typeof safe[0] === 'object' && typeof safe[1] !== 'string') safe[1] = 'an event';
        method.apply(this, safe.slice(0, 2));
      },
    },
  };
  const log = destination ? pino(options as never, destination) : pino(options as never);
  // What a child always carries is written down once, outside the hooks above.
  const { child } = log;
  log.child = function (this: Logger, fields: object, ...rest: []) {
    return child.call(this, logSafe(fields) as never, ...rest);
  } as Logger['child'];
  return log;
}
