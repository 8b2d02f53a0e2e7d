import { createPrivateKey } from 'node:crypto';
import { type MailPort, MailUnavailableError } from '@inning/sdk';
import { createTransport, type MailMessage, type NodemailerError } from 'nodemailer';
import { composeMail } from './compose-mail.ts';
import type { SmtpSettings } from './smtp-settings.ts';
import { translateSmtpError } from './translate-smtp-error.ts';
import { type Handover, watchHandover } from './watch-handover.ts';

const LOOPBACK = ['localhost', '127.0.0.1', '::1'];
/** A server that trickles its answers ends here, however patient each single wait is. */
const WAITS_PER_MAIL = 10;

/**
 * Sends mail through one server, over a few connections that stay open. Not idempotent: SMTP has no
 * key, so a mail that was handed over without an answer is ambiguous and never sent again by itself.
 */
export function createSmtpMail(settings: SmtpSettings): MailPort {
  checkDkimKey(settings);
  const transport = createTransport(poolOptions(settings));
  transport.use('stream', watchMail);
  const patienceMs = settings.timeoutSeconds * 1000 * WAITS_PER_MAIL;

  return {
    isIdempotent: false,
    concurrency: settings.connections,
    async send(mail) {
      const composed = composeMail(mail, settings);
      const handover: Handover = { isComplete: false };
      try {
        const watched = { ...composed, handover, signal: AbortSignal.timeout(patienceMs) };
        const info = await transport.sendMail(watched);
        return { providerId: info.serverMessageId ?? info.messageId };
      } catch (error) {
        throw translateSmtpError(error as NodemailerError, handover.isComplete);
      }
    },
    async close() {
      transport.close();
    },
  };
}

function poolOptions(settings: SmtpSettings) {
  const { host, port, secure, user, password, dkim, connections } = settings;
  const waitMs = settings.timeoutSeconds * 1000;
  return {
    pool: true as const,
    host,
    port,
    secure,
    // A password never travels in the clear, also when somebody hides STARTTLS on the way.
    requireTLS: !secure && user !== undefined && !LOOPBACK.includes(host),
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    ...(dkim ? { dkim } : {}),
    maxConnections: connections,
    maxMessages: 1000,
    // Only for connections that died of boredom; `watchHandover` refuses anything else.
    maxRequeues: 2,
    connectionTimeout: waitMs,
    greetingTimeout: waitMs,
    socketTimeout: waitMs,
    dnsTimeout: waitMs,
  };
}

function watchMail(mail: MailMessage, done: () => void): void {
  const { handover } = mail.data as { handover?: Handover };
  const { message } = mail;
  if (handover) {
    const read = message.createReadStream.bind(message);
    message.createReadStream = (options) => watchHandover(read(options), handover) as never;
  }
  done();
}

/** An unreadable key would make nodemailer leave the signature out without a word. */
function checkDkimKey({ dkim }: SmtpSettings): void {
  if (!dkim) return;
  if (keyType(dkim.privateKey) === 'rsa') return;
  throw new MailUnavailableError('The private key for DKIM is not an RSA key that can be read.', {
    domainName: dkim.domainName,
  });
}

function keyType(pem: string): string | undefined {
  try {
    return createPrivateKey(pem).asymmetricKeyType;
  } catch {
    return undefined;
  }
}
