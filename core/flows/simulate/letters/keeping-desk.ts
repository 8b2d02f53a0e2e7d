import type { MailDesk } from '../../engine/walking/index.ts';

/** A letter that would have been sent. */
export type UnsentLetter = { readonly id: string; readonly asked: Parameters<MailDesk>[0] };

/** A mail desk that keeps every letter in memory and sends none: what a simulation acts with. */
export function keepingDesk(): {
  readonly desk: MailDesk;
  readonly letters: readonly UnsentLetter[];
} {
  const letters: UnsentLetter[] = [];
  return {
    letters,
    desk: async (asked) => {
      const id = `not-sent-${letters.length + 1}`;
      letters.push({ id, asked });
      return { communicationId: id };
    },
  };
}
