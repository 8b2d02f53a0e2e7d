import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { OutgoingMail } from '@inning/sdk';
import type { SmtpSettings } from './smtp-settings.ts';

export const mail = (change: Partial<OutgoingMail> = {}): OutgoingMail => ({
  key: 'instance-1/node-2/1',
  agencyId: 'a'.repeat(24),
  sentAt: new Date('2026-03-02T08:00:00Z'),
  messageId: '<64f0c0ffee@deketting.example>',
  from: { name: 'Fietsenmakerij De Ketting', address: 'administratie@deketting.example' },
  to: { name: 'Jan de Vries', address: 'jan@voorbeeld.example' },
  subject: 'Herinnering: € 184,95 staat nog open',
  html: '<p>Nog te betalen: <b>€ 184,95</b></p>',
  text: 'Nog te betalen: € 184,95\n',
  attachments: [],
  ...change,
});

export const settingsFor = (port: number, change: Partial<SmtpSettings> = {}): SmtpSettings => ({
  host: '127.0.0.1',
  port,
  secure: false,
  connections: 5,
  timeoutSeconds: 5,
  ...change,
});

export type Received = {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
};
export type Mailbox = {
  readonly port: number;
  readonly received: Received[];
  close(): Promise<void>;
};

/** A real mail server on this machine that keeps what it gets. */
export async function startMailServer(
  options: SMTPServerOptions & { port?: number } = {},
): Promise<Mailbox> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 50,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((ready) => server.listen(options.port ?? 0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  return { port, received, close: () => new Promise((done) => server.close(() => done())) };
}

/** Where a scripted server stops playing along. */
export type Moment =
  | 'greeting'
  | 'MAIL'
  | 'RCPT'
  | 'DATA'
  | 'first bytes'
  | 'end of data'
  /** After so many bytes of the mail. */
  | number;
export type Reaction = 'drop' | 'hang' | string;

/** A server that follows the rules up to one moment, then drops the line, falls silent or says something. */
export async function startScriptedServer(moment: Moment, reaction: Reaction) {
  const sockets = new Set<Socket>();
  const seen = { connections: 0, finishedMails: 0 };
  const server: Server = createServer((socket) => {
    seen.connections += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    converse(socket, { moment, reaction, seen });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

type Script = { moment: Moment; reaction: Reaction; seen: { finishedMails: number } };

function converse(socket: Socket, { moment, reaction, seen }: Script): void {
  let isMail = false;
  let rest = '';
  const at = (here: Moment, answer: string): void => {
    if (here !== moment) socket.write(answer);
    else if (reaction === 'drop') socket.destroy();
    else if (reaction !== 'hang') socket.write(`${reaction}\r\n`);
  };
  const readMail = () => {
    const isFinished = rest.includes('\r\n.\r\n');
    if (isFinished) seen.finishedMails += 1;
    if (typeof moment === 'number' && rest.length >= moment) socket.destroy();
    else if (moment === 'first bytes') at('first bytes', '');
    else if (isFinished) {
      [isMail, rest] = [false, ''];
      at('end of data', '250 2.0.0 queued\r\n');
    }
  };
  const answer = (line: string) => {
    const command = /^(MAIL|RCPT|DATA)/.exec(line)?.[1] as 'MAIL' | 'RCPT' | 'DATA' | undefined;
    isMail = command === 'DATA';
    if (command) at(command, isMail ? '354 go on\r\n' : '250 ok\r\n');
    else socket.write('250 ok\r\n');
  };

  at('greeting', '220 test ESMTP\r\n');
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1');
    if (isMail) return readMail();
    const lines = rest.split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) answer(line);
  });
}
