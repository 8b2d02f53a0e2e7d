import { stat } from 'node:fs/promises';
import { type Static, Type } from '@inning/sdk';
import PostalMime from 'postal-mime';

export const MailEntry = Type.Object({
  id: Type.String(),
  /** When the file was written, in milliseconds; what the list is sorted by. */
  writtenMs: Type.Number(),
  sentAt: Type.String({ description: 'The date in the mail' }),
  from: Type.String(),
  to: Type.String(),
  subject: Type.String(),
  bytes: Type.Integer(),
  hasAttachments: Type.Boolean(),
});
/** One line of the list. */
export type MailEntry = Static<typeof MailEntry>;

export async function readEntry(path: string, id: string, eml: Buffer): Promise<MailEntry> {
  const { mtimeMs } = await stat(path);
  const mail = await PostalMime.parse(eml);
  return {
    id,
    writtenMs: mtimeMs,
    sentAt: mail.date ?? '',
    from: mail.from?.address ?? '',
    to: mail.to?.[0]?.address ?? '',
    subject: mail.subject ?? '',
    bytes: eml.length,
    hasAttachments: mail.attachments.length > 0,
  };
}
