import type { Message } from '@inning/sdk';

/** Which flow a debtor is in and why; the engine knows. */
export type DebtorFlow = {
  readonly flowId: string | null;
  readonly name: string;
  readonly because: Message;
};
