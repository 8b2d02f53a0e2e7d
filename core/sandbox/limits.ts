/** What one guest may use. What is above costs that call or run, and nobody else. */
export type SandboxLimits = {
  /** Time at work for one batch of calls, and for loading the plugin. */
  readonly cpuMs: number;
  /** From the start of a call to its end, waiting for host calls included. */
  readonly wallMs: number;
  /** Of an isolate: one plugin at one agency. V8 keeps to it roughly. */
  readonly memoryMb: number;
  /** Of a process with all its isolates. */
  readonly processMb: number;
  /** Characters of JSON of one call's input. */
  readonly inputChars: number;
  /** Characters of JSON of everything that a call hands back or asks at once. */
  readonly outputChars: number;
  readonly hostCalls: number;
  readonly logLines: number;
  /** Calls that share a fresh context. */
  readonly runCalls: number;
  /** How long a context takes new calls. */
  readonly runMs: number;
  /** Isolates kept warm in a process. */
  readonly isolates: number;
};

export const SANDBOX_LIMITS: SandboxLimits = {
  cpuMs: 1_000,
  wallMs: 60_000,
  memoryMb: 64,
  processMb: 768,
  inputChars: 8_000_000,
  outputChars: 4_000_000,
  hostCalls: 100,
  logLines: 50,
  runCalls: 500,
  runMs: 1_000,
  isolates: 8,
};
