/** What a worker process is told when it starts. */
export type WorkerOrder = {
  readonly uri: string;
  readonly mail:
    | { readonly kind: 'smtp'; readonly port: number }
    | { readonly kind: 'mailbox'; readonly folder: string };
  /** How long a dead worker keeps others from its part of the work. */
  readonly leaseMs: number;
};

/** What a worker process tells the test. */
export type WorkerWord =
  | { readonly kind: 'ready' }
  /** It looked at everything at that instant; the numbers say what it did. */
  | {
      readonly kind: 'round';
      readonly at: number;
      readonly started: number;
      readonly moved: number;
      readonly passed: number;
    }
  | { readonly kind: 'mail'; readonly phase: MailPhase }
  | { readonly kind: 'error'; readonly text: string };

/** Before the provider answers, or just after it has. */
export type MailPhase = 'before-answer' | 'after-answer';
