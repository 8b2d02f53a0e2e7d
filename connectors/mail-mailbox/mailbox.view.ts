import { Type } from '@inning/sdk';
import PostalMime from 'postal-mime';

const Address = Type.Object({ name: Type.String(), address: Type.String() });
/** One mail as the screen shows it; the HTML is asked for by a frame. */
export const MailView = Type.Object({
  id: Type.String(),
  messageId: Type.String(),
  sentAt: Type.String(),
  from: Type.Array(Address),
  to: Type.Array(Address),
  replyTo: Type.Array(Address),
  subject: Type.String(),
  text: Type.String(),
  headers: Type.Array(Type.Object({ name: Type.String(), value: Type.String() })),
  attachments: Type.Array(
    Type.Object({ name: Type.String(), mediaType: Type.String(), bytes: Type.Integer() }),
  ),
});
export async function viewOf(id: string, eml: Buffer) {
  const mail = await PostalMime.parse(eml);
  const addresses = (list: typeof mail.to) =>
    (list ?? []).map(({ name, address }) => ({ name: name ?? '', address: address ?? '' }));
  return {
    id,
    messageId: mail.messageId ?? '',
    sentAt: mail.date ?? '',
    from: addresses(mail.from ? [mail.from] : []),
    to: addresses(mail.to),
    replyTo: addresses(mail.replyTo),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? '',
      mediaType: mimeType,
      bytes: typeof content === 'string' ? content.length : content.byteLength,
    })),
  };
}
