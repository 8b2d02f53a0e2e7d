import type { ErrorDetails } from '@inning/sdk';

/** What the host tells a guest, as items of a JSON list. */
export type ToGuest = CallItem | AnswerItem;

export type GuestTarget = {
  readonly kind: 'action' | 'condition' | 'port' | 'listener' | 'migrate' | 'script' | 'describe';
  readonly node?: string;
  readonly port?: string;
  readonly method?: string;
  readonly settings?: unknown;
  readonly index?: number;
  readonly from?: number;
};
export type CallItem = {
  readonly k: 'call';
  readonly id: number;
  readonly target: GuestTarget;
  readonly input: unknown;
  readonly settings: unknown;
  readonly agencyId: string;
  readonly administrationId: string | null;
  readonly now: number;
};
/** `id` is that of the call, `ask` that of its host call. */
export type AnswerItem = {
  readonly k: 'answer';
  readonly id: number;
  readonly ask: number;
  readonly value?: unknown;
  readonly error?: CrossingError;
};

/** What a guest tells the host. */
export type FromGuest =
  | { readonly k: 'done'; readonly id: number; readonly value: unknown }
  | { readonly k: 'threw'; readonly id: number; readonly error: CrossingError }
  | {
      readonly k: 'ask';
      readonly id: number;
      readonly ask: number;
      readonly path: string;
      readonly args: unknown;
    }
  | {
      readonly k: 'log';
      readonly id: number;
      readonly level: string;
      readonly details: unknown;
      readonly text: string;
    };

/** An error as data. With a code it was thrown on purpose; `ask` says which host call it came from. */
export type CrossingError = {
  readonly message: string;
  readonly code?: string;
  readonly status?: number;
  readonly retryable?: boolean;
  readonly details?: ErrorDetails;
  readonly ask?: number;
  /** A limit that the guest's own side noticed. */
  readonly limit?: 'flood';
};
