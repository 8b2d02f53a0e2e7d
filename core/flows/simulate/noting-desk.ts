import type { MailDesk } from '../engine/walking/index.ts';

/** A mail desk that takes every letter and sends none: what a dry run or simulation acts with. */
export function notingDesk(): MailDesk {
  let count = 0;
  return async () => {
    count += 1;
    return { communicationId: `not-sent-${count}` };
  };
}
