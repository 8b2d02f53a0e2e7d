import type { MailPort, OutgoingMail, PluginScope } from '@inning/sdk';
import { composeEml } from './compose-eml.ts';
import type { Mailbox } from './folder/mailbox.ts';

/**
 * What the host may add to a mail: whose it is, and when it is sent on the clock of the platform.
 * Without them it belongs to the agency whose settings are used, and has the time of this machine.
 */
export type PlacedMail = OutgoingMail & { readonly agencyId?: string; readonly sentAt?: Date };

/** "Sends" mail by keeping it. Idempotent: the same key is the same file, and the first one stays. */
export function createMailboxPort(mailbox: Mailbox, scope: PluginScope): MailPort {
  return {
    isIdempotent: true,
    concurrency: 16,
    async send(mail: PlacedMail) {
      const agencyId = mail.agencyId ?? scope.agencyId;
      const id = await mailbox.keep(agencyId, mail.key, () => composeEml(mail));
      return { providerId: id };
    },
  };
}
