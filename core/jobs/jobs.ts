/** What a job is called; few, because every name costs a query per poll. */
export type JobName =
  | 'wake'
  | 'daily'
  | 'outbox'
  | 'sweep'
  | 'follow-payments'
  | 'bank-feeds'
  | 'statements'
  | 'tell-paid';

/** What a job does. It ends by itself within seconds: a shutdown waits for it. */
export type JobHandler = (job: {
  readonly data: Readonly<Record<string, unknown>>;
}) => Promise<void>;

/**
 * Wakes work at its time, in whichever worker is free. A wake-up is a reason to look, never a fact:
 * it may come twice and a worker may die half-way, so what must be true is kept elsewhere.
 */
export type Jobs = {
  /** `lockLifetimeMs` is how long a dead worker keeps others from the job; the living renew it. */
  define(name: JobName, handler: JobHandler, options?: { readonly lockLifetimeMs?: number }): void;
  /** `interval` in whole seconds or more (`5 seconds`), or a cron line in `timeZone`. */
  every(name: JobName, interval: string, options?: { readonly timeZone?: string }): Promise<void>;
  /** Once, as soon as a worker is free; also when none runs now. */
  now(name: JobName, data?: Readonly<Record<string, unknown>>): Promise<void>;
  start(): Promise<void>;
  /** Takes no new work and waits for what is running, at most `waitMs`. */
  stop(waitMs?: number): Promise<void>;
};
