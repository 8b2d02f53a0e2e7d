const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
const STOP_WITHIN_MS = 9_500;

export type Running = {
  /** Ends what runs, in order. */
  stop(): Promise<void>;
  /** Resolves when it cannot go on, such as when the database has ended. */
  readonly lost?: Promise<void>;
  readonly say: (line: string) => void;
};

/**
 * Waits for a signal (or for the end of what it needs) and stops in good order. Returns whether it was
 * asked to. A stop that takes too long, or a second signal, ends the process at once.
 */
export async function runUntilStopped({ stop, lost, say }: Running): Promise<boolean> {
  const wasAsked = await new Promise<boolean>((resolve) => {
    for (const signal of SIGNALS) process.once(signal, () => resolve(true));
    void lost?.then(() => resolve(false));
  });
  say(wasAsked ? 'Stopping ...' : 'The database has ended; stopping ...');

  for (const signal of SIGNALS) process.once(signal, () => process.exit(1));
  const late = setTimeout(() => {
    say('Stopping took too long; what was under way is taken up at the next start.');
    process.exit(1);
  }, STOP_WITHIN_MS);
  await stop();
  clearTimeout(late);
  say('Stopped.');
  return wasAsked;
}
