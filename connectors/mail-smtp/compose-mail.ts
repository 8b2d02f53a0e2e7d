import { type MailAddress, MailRefusedError, type OutgoingMail } from '@inning/sdk';
import type { SendMailOptions } from 'nodemailer';
import type { SmtpSettings } from './smtp-settings.ts';
import { verpAddress } from './verp-address.ts';

type Sender = Pick<SmtpSettings, 'from' | 'returnPath'>;

// A control character in a header would start another header, or another recipient.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/;
const ADDRESS = /^[^\s()<>[\]\\,;:"@]{1,64}@[^\s()<>[\]\\,;:"@]{1,190}$/;
const MESSAGE_ID = /^<[^\s<>@]{1,200}@[^\s<>@]{1,200}>$/;

/**
 * The mail in the words of nodemailer, with an envelope of its own so that nothing in a header
 * decides where it goes. Throws a `MailRefusedError` on a header that could forge another.
 */
export function composeMail(mail: OutgoingMail, sender: Sender): SendMailOptions {
  const own = address('sender', mail.from);
  const from = sender.from === undefined ? own : { ...own, address: sender.from };
  const replyTo = mail.replyTo ? address('reply address', mail.replyTo) : replyToOf(own, from);
  const to = address('recipient', mail.to);
  if (!MESSAGE_ID.test(mail.messageId)) throw unsafe('message id');

  return {
    messageId: mail.messageId,
    from,
    to,
    ...(replyTo ? { replyTo } : {}),
    subject: oneLine('subject', mail.subject),
    html: mail.html,
    text: mail.text,
    attachments: mail.attachments.map((attachment) => ({
      filename: oneLine('attachment', attachment.name),
      contentType: oneLine('attachment', attachment.mediaType),
      content: Buffer.from(attachment.bytes),
    })),
    // Asks mail programs not to answer by themselves (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    envelope: {
      from: sender.returnPath ? verpAddress(sender.returnPath, mail.key) : from.address,
      to: [to.address],
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

type NamedAddress = { readonly name: string; readonly address: string };

function address(header: string, mail: MailAddress): NamedAddress {
  if (!ADDRESS.test(mail.address)) throw unsafe(header);
  return { name: oneLine(header, mail.name ?? ''), address: mail.address };
}

const replyToOf = (own: NamedAddress, from: NamedAddress) =>
  own.address === from.address ? null : own;

function oneLine(header: string, text: string): string {
  if (CONTROL.test(text)) throw unsafe(header);
  return text;
}

const unsafe = (header: string) =>
  new MailRefusedError(`The ${header} of this mail is not allowed in a header.`, { header });
