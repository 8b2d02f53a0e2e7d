import type { MailPort, OutgoingMail } from '@inning/sdk';

export type Mailbox = MailPort & {
  readonly mails: OutgoingMail[];
  /** Called before each mail leaves; a thrown error is what the provider answers. */
  onSend: (mail: OutgoingMail) => Promise<void> | void;
  subjects(): string[];
  to(address: string): OutgoingMail[];
};

/** A mail connector that keeps what it is given, in the order in which it left. */
export function capturingMailbox(options: { isIdempotent?: boolean } = {}): Mailbox {
  const mails: OutgoingMail[] = [];
  const mailbox: Mailbox = {
    isIdempotent: options.isIdempotent ?? false,
    concurrency: 10,
    mails,
    onSend: () => undefined,
    async send(mail) {
      await mailbox.onSend(mail);
      mails.push(mail);
      return { providerId: mail.messageId };
    },
    subjects: () => mails.map((mail) => mail.subject),
    to: (address) => mails.filter((mail) => mail.to.address === address),
  };
  return mailbox;
}
