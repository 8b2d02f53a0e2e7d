import { FileUnreadableError, type InputFile } from '@inning/sdk';
import PostalMime from 'postal-mime';

/** What a mail server says of a mail that it could not deliver (RFC 3464). */
export type Bounce = {
  /** The id of the letter, as it stands in the Message-ID of the mail that came back. */
  readonly communicationId: string;
  /** False while the server still tries: nothing came back yet. */
  readonly isFinal: boolean;
  /** The server's own words, without addresses. */
  readonly reason: string;
};

const LONGEST_REASON = 200;
const LETTER_ID = /<([0-9a-f]{24})@[^>\s]+>/i;

/** Throws `FileUnreadableError` on a mail that is no report of delivery, or on one of a mail that is not ours. */
export async function readBounce({ name, bytes }: InputFile): Promise<Bounce> {
  const mail = await parse(name, bytes);
  const partOf = (types: readonly string[]) => {
    const part = mail.attachments.find(({ mimeType }) => types.includes(mimeType.toLowerCase()));
    return part ? textOf(part.content) : null;
  };
  const status = partOf(['message/delivery-status', 'message/global-delivery-status']);
  if (status === null) throw new FileUnreadableError(name, 'This is no report of a mail server.');
  const returned = partOf(['message/rfc822', 'text/rfc822-headers', 'message/global-headers']);
  const id = LETTER_ID.exec(fieldIn(returned ?? '', 'Message-ID') ?? mail.inReplyTo ?? '')?.[1];
  if (!id) throw new FileUnreadableError(name, 'It names no mail that was sent from here.');
  return { communicationId: id.toLowerCase(), ...verdictOf(status) };
}

/** Parts within parts without end, and the like. */
function parse(name: string, bytes: Uint8Array) {
  return PostalMime.parse(bytes, { forceRfc822Attachments: true }).catch((cause: unknown) => {
    throw new FileUnreadableError(name, 'This is no mail that can be read.', {}, { cause });
  });
}

function verdictOf(status: string): Pick<Bounce, 'isFinal' | 'reason'> {
  const action = fieldIn(status, 'Action')?.toLowerCase() ?? '';
  const code = fieldIn(status, 'Status') ?? '';
  const words = fieldIn(status, 'Diagnostic-Code')?.replace(/^[a-z0-9-]+;\s*/i, '') ?? code;
  const reason = words.replace(/<?[^\s<>@]+@[^\s<>@]+>?/g, '…').slice(0, LONGEST_REASON);
  return { isFinal: action === 'failed' && !code.startsWith('4'), reason: reason || 'bounce' };
}

/** The first header of that name; a long one goes on on lines that begin with a blank. */
function fieldIn(text: string, name: string): string | null {
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const start = `${name.toLowerCase()}:`;
  const line = lines.find((one) => one.toLowerCase().startsWith(start));
  return line === undefined ? null : line.slice(start.length).trim();
}

const textOf = (content: string | ArrayBuffer | Uint8Array): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);
