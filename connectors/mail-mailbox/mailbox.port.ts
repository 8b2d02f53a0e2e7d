import type { MailPort } from '@inning/sdk';
import { composeEml } from './compose-eml.ts';
import type { Mailbox } from './folder/mailbox.ts';

/** "Sends" mail by keeping it. Idempotent: the same key is the same file, and the first one stays. */
export function createMailboxPort(mailbox: Mailbox): MailPort {
  return {
    isIdempotent: true,
    concurrency: 16,
    async send(mail) {
      const id = await mailbox.keep(mail.agencyId, mail.key, () => composeEml(mail));
      return { providerId: id };
    },
  };
}
