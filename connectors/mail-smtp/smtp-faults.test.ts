import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type DomainError,
  MailAmbiguousError,
  MailRefusedError,
  MailUnavailableError,
} from '@inning/sdk';
import { createSmtpMail } from './smtp-mail.port.ts';
import {
  mail,
  type Moment,
  type Reaction,
  settingsFor,
  startMailServer,
  startScriptedServer,
} from './smtp.fixtures.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

/** Sends one mail to a server that misbehaves at one moment; resolves with the error. */
async function failAt(moment: Moment, reaction: Reaction, change = {}) {
  const server = await startScriptedServer(moment, reaction);
  const port = createSmtpMail(settingsFor(server.port, { timeoutSeconds: 1 }));
  open.push(server, { close: async () => port.close?.() });
  const error = await port.send(mail(change)).then(
    () => null,
    (thrown: DomainError) => thrown,
  );
  return { error, seen: server.seen };
}

const large = {
  attachments: [
    { name: 'a.bin', mediaType: 'application/octet-stream', bytes: new Uint8Array(8_000_000) },
  ],
};

describe('a server that says no', () => {
  it.each([
    ['MAIL', '550 5.7.1 sender not allowed'],
    ['RCPT', '550 5.1.1 <jan@voorbeeld.example> unknown'],
    ['DATA', '554 5.7.0 no'],
    ['end of data', '552 5.3.4 too big'],
  ] as const)('for good (5xx at %s): the mail is refused', async (moment, answer) => {
    const { error } = await failAt(moment, answer);

    expect(error).toBeInstanceOf(MailRefusedError);
    expect(error).toMatchObject({
      retryable: false,
      details: { responseCode: Number(answer.slice(0, 3)), status: answer.slice(4, 9) },
    });
    expect(`${error?.message} ${String(error?.cause)}`).not.toContain('voorbeeld.example');
  });

  it.each([
    ['greeting', '421 busy'],
    ['greeting', '554 go away'],
    ['MAIL', '451 4.3.0 later'],
    ['RCPT', '450 4.2.1 mailbox busy'],
    ['DATA', '421 4.3.2 closing'],
    ['end of data', '451 4.3.0 disk full'],
    ['end of data', '421 4.3.2 closing'],
    ['MAIL', '503 5.5.1 bad sequence'],
  ] as const)('for now (%s: %s): the mail can be sent later', async (moment, answer) => {
    const { error } = await failAt(moment, answer);

    expect(error).toBeInstanceOf(MailUnavailableError);
    expect(error?.retryable).toBe(true);
  });

  it('of a real mail server is understood as well', async () => {
    const refuse = (responseCode: number) => Object.assign(new Error('nee'), { responseCode });
    const server = await startMailServer({
      onRcptTo: ({ address }, _, done) =>
        done(
          address.startsWith('later')
            ? refuse(451)
            : address.startsWith('nooit')
              ? refuse(550)
              : null,
        ),
    });
    const port = createSmtpMail(settingsFor(server.port));
    open.push(server, { close: async () => port.close?.() });
    const to = (address: string) => mail({ to: { address } });

    await expect(port.send(to('later@voorbeeld.example'))).rejects.toThrow(MailUnavailableError);
    await expect(port.send(to('nooit@voorbeeld.example'))).rejects.toThrow(MailRefusedError);
    await expect(port.send(to('jan@voorbeeld.example'))).resolves.toBeDefined();
    expect(server.received).toHaveLength(1);
  });
});

describe('a connection that is lost', () => {
  it('before there is one leaves the mail to be sent later', async () => {
    const closed = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as { port: number };
        server.close(() => resolve(port));
      });
    });
    const port = createSmtpMail(settingsFor(closed));

    await expect(port.send(mail())).rejects.toThrow(MailUnavailableError);
  });

  it.each([
    ['greeting', 'drop'],
    ['greeting', 'hang'],
    ['MAIL', 'drop'],
    ['MAIL', 'hang'],
    ['RCPT', 'drop'],
    ['DATA', 'drop'],
    ['DATA', 'hang'],
  ] as const)(
    'before the mail was handed over (%s, %s) leaves it to be sent later',
    async (moment, reaction) => {
      const { error, seen } = await failAt(moment, reaction);

      expect(error).toBeInstanceOf(MailUnavailableError);
      expect(seen.finishedMails).toBe(0);
    },
  );

  it('halfway a long mail leaves it to be sent later', async () => {
    const { error, seen } = await failAt('first bytes', 'drop', large);

    expect(error).toBeInstanceOf(MailUnavailableError);
    expect(seen.finishedMails).toBe(0);
  });

  it('when every byte of a short mail is on its way, and nothing comes back, is ambiguous', async () => {
    const { error } = await failAt('first bytes', 'hang');

    expect(error).toBeInstanceOf(MailAmbiguousError);
  });

  it('at any byte of a mail is never called unsent when the server has it all', async () => {
    let drops = 0;
    for (let bytes = 1; ; bytes += 17) {
      const { error, seen } = await failAt(bytes, 'drop');
      if (error === null) break; // The mail was shorter than that.

      drops += 1;
      if (seen.finishedMails > 0) expect(error).toBeInstanceOf(MailAmbiguousError);
      expect([MailAmbiguousError, MailUnavailableError]).toContain(error.constructor);
      expect(seen.connections).toBe(1);
    }
    expect(drops).toBeGreaterThan(20);
  });

  it.each(['drop', 'hang', 'what?', '354 go on'])(
    'after the mail was taken, before the answer (%s), is ambiguous',
    async (reaction) => {
      const { error, seen } = await failAt('end of data', reaction);

      expect(error).toBeInstanceOf(MailAmbiguousError);
      expect(error?.retryable).toBe(false);
      expect(seen).toEqual({ connections: 1, finishedMails: 1 });
    },
  );

  it('while it was idle does not lose the next mail, and sends it once', async () => {
    const server = await startMailServer({ socketTimeout: 200 });
    const port = createSmtpMail(settingsFor(server.port, { connections: 1 }));
    open.push(server, { close: async () => port.close?.() });

    await port.send(mail({ key: '1' }));
    await new Promise((later) => setTimeout(later, 600));
    await port.send(mail({ key: '2' }));

    expect(server.received).toHaveLength(2);
  });

  it('for a while loses nothing: the same connector sends again when the server is back', async () => {
    const first = await startMailServer();
    const port = createSmtpMail(settingsFor(first.port));
    open.push({ close: async () => port.close?.() });
    await port.send(mail({ key: '1' }));
    await first.close();
    await expect(port.send(mail({ key: '2' }))).rejects.toThrow(MailUnavailableError);

    const second = await startMailServer({ port: first.port });
    open.push(second);

    await expect(port.send(mail({ key: '2' }))).resolves.toBeDefined();
    expect([first.received.length, second.received.length]).toEqual([1, 1]);
  });
});
