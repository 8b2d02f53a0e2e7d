import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { MailPhase } from '../crew/order.ts';

export type SmtpInbox = {
  readonly port: number;
  /** Every mail that the server has taken, in order. */
  readonly accepted: string[];
  /** `takes` mail, is `silent` from the greeting on, or has gone `away` altogether. */
  become(mood: 'takes' | 'silent' | 'away'): Promise<void>;
  close(): Promise<void>;
};

/** A real mail server in this process. What it has answered "yes" to is in `accepted`. */
export async function openSmtpInbox(
  tell: (phase: MailPhase) => void = () => undefined,
): Promise<SmtpInbox> {
  const accepted: string[] = [];
  let mood: 'takes' | 'silent' | 'away' = 'takes';
  const create = () =>
    new SMTPServer({
      authOptional: true,
      closeTimeout: 50,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      onConnect(_session, greet) {
        if (mood === 'takes') greet();
      },
      onData(stream, _session, answer) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          accepted.push(Buffer.concat(chunks).toString('utf8'));
          tell('before-answer');
          answer();
          tell('after-answer');
        });
      },
    });
  let server = create();
  const port = await listen(server, 0);

  return {
    port,
    accepted,
    async become(next) {
      if (mood !== 'away') await closed(server);
      mood = next;
      if (next === 'away') return;
      server = create();
      await listen(server, port);
    },
    close: () => (mood === 'away' ? Promise.resolve() : closed(server)),
  };
}

async function listen(server: SMTPServer, port: number): Promise<number> {
  // A client that was killed leaves a broken line behind; that is what these tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  return (server.server.address() as AddressInfo).port;
}

const closed = (server: SMTPServer) => new Promise<void>((done) => server.close(() => done()));
