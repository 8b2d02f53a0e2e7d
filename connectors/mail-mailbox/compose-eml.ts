import { type MailAddress, MailRefusedError, type OutgoingMail } from '@inning/sdk';
import MailComposer from 'nodemailer/lib/mail-composer';

// A control character in a header would start another header, or another recipient.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/;
const ADDRESS = /^[^\s()<>[\]\\,;:"@]{1,64}@[^\s()<>[\]\\,;:"@]{1,190}$/;

/** The mail as it would stand in a mail program. Refuses what a mail server would be fooled by. */
export async function composeEml(mail: OutgoingMail): Promise<Buffer> {
  const composer = new MailComposer({
    messageId: oneLine('message id', mail.messageId),
    from: address('sender', mail.from),
    to: address('recipient', mail.to),
    ...(mail.replyTo ? { replyTo: address('reply address', mail.replyTo) } : {}),
    date: mail.sentAt,
    subject: oneLine('subject', mail.subject),
    html: mail.html,
    text: mail.text,
    attachments: mail.attachments.map(({ name, mediaType, bytes }) => ({
      filename: oneLine('attachment', name),
      contentType: oneLine('attachment', mediaType),
      content: Buffer.from(bytes),
    })),
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function address(header: string, mail: MailAddress) {
  if (!ADDRESS.test(mail.address)) throw unsafe(header);
  return { name: oneLine(header, mail.name ?? ''), address: mail.address };
}

function oneLine(header: string, text: string): string {
  if (CONTROL.test(text)) throw unsafe(header);
  return text;
}

const unsafe = (header: string) =>
  new MailRefusedError(`The ${header} of this mail is not allowed in a header.`, { header });
