import { afterEach, describe, expect, it } from 'vitest';
import PostalMime from 'postal-mime';
import { MailRefusedError, MailUnavailableError, type MailPort } from '@inning/sdk';
import { createSmtpMail } from './smtp-mail.port.ts';
import type { SmtpSettings } from './smtp-settings.ts';
import { mail, type Mailbox, settingsFor, startMailServer } from './smtp.fixtures.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

async function connect(
  change: Partial<SmtpSettings> = {},
  options = {},
): Promise<[MailPort, Mailbox]> {
  const server = await startMailServer(options);
  const port = createSmtpMail(settingsFor(server.port, change));
  open.push(server, port as Required<MailPort>);
  return [port, server];
}

describe('mail over SMTP', () => {
  it('arrives as it was written', async () => {
    const [port, server] = await connect();
    const pdf = {
      name: 'factuur é.pdf',
      mediaType: 'application/pdf',
      bytes: Buffer.from('%PDF-1.7'),
    };

    const { providerId } = await port.send(mail({ attachments: [pdf] }));

    const [got] = server.received;
    const read = await PostalMime.parse(got!.source);
    expect(got).toMatchObject({
      from: 'administratie@deketting.example',
      to: ['jan@voorbeeld.example'],
    });
    expect(read).toMatchObject({
      messageId: '<64f0c0ffee@deketting.example>',
      subject: 'Herinnering: € 184,95 staat nog open',
      from: { name: 'Fietsenmakerij De Ketting', address: 'administratie@deketting.example' },
      html: expect.stringContaining('€ 184,95'),
      text: expect.stringContaining('Nog te betalen: € 184,95'),
      attachments: [{ filename: 'factuur é.pdf', mimeType: 'application/pdf' }],
    });
    expect(got!.source).toContain('Auto-Submitted: auto-generated');
    expect(providerId).not.toBe('');
  });

  it('comes back to an address of its own when it bounces', async () => {
    const [port, server] = await connect({ returnPath: 'bounce@inning.example' });

    await port.send(mail({ key: 'a' }));
    await port.send(mail({ key: 'b' }));
    await port.send(mail({ key: 'a' }));

    const [first, second, again] = server.received.map(({ from }) => from);
    expect(first).toMatch(/^bounce\+[0-9a-f]{20}@inning\.example$/);
    expect(second).not.toBe(first);
    expect(again).toBe(first);
  });

  it('is sent as the account, with answers to the sender, when the account insists', async () => {
    const [port, server] = await connect({ from: 'post@inning.example' });

    await port.send(mail());

    const read = await PostalMime.parse(server.received[0]!.source);
    expect(read.from).toEqual({
      name: 'Fietsenmakerij De Ketting',
      address: 'post@inning.example',
    });
    expect(read.replyTo?.[0]?.address).toBe('administratie@deketting.example');
    expect(server.received[0]!.from).toBe('post@inning.example');
  });

  it('uses a few connections for many mails', async () => {
    let connections = 0;
    const onConnect = (_: unknown, done: () => void) => {
      connections += 1;
      done();
    };
    const [port, server] = await connect({ connections: 3 }, { onConnect });

    await Promise.all(Array.from({ length: 60 }, (_, n) => port.send(mail({ key: `${n}` }))));

    expect(server.received).toHaveLength(60);
    expect(connections).toBeLessThanOrEqual(3);
  });

  it('says who it is when the server asks, and keeps the mail when the password is wrong', async () => {
    const onAuth = (
      auth: { username?: string; password?: string },
      _: unknown,
      done: (error: Error | null, answer?: { user: string }) => void,
    ) =>
      auth.password === 'goed' ? done(null, { user: auth.username ?? '' }) : done(new Error('nee'));
    const options = { authOptional: false, onAuth, allowInsecureAuth: true };
    const [right] = await connect({ user: 'inning', password: 'goed' }, options);
    const [wrong] = await connect({ user: 'inning', password: 'fout' }, options);

    await expect(right.send(mail())).resolves.toBeDefined();
    await expect(wrong.send(mail())).rejects.toThrow(MailUnavailableError);
  });

  it('never sends a password in the clear to a server elsewhere', async () => {
    // Not called localhost, so it counts as elsewhere; it offers no STARTTLS.
    const host = '::ffff:127.0.0.1';
    let isAsked = false;
    const onAuth = () => {
      isAsked = true;
    };
    const [port] = await connect(
      { host, user: 'inning', password: 'geheim' },
      { allowInsecureAuth: true, onAuth },
    );

    await expect(port.send(mail())).rejects.toMatchObject({ details: { command: 'STARTTLS' } });
    expect(isAsked).toBe(false);
  });
});

describe('a mail that could forge a header', () => {
  it.each([
    ['subject', { subject: 'Hallo\r\nBcc: ander@evil.example' }],
    ['subject', { subject: 'Hallo\nBcc: ander@evil.example' }],
    ['recipient', { to: { address: 'jan@voorbeeld.example, ander@evil.example' } }],
    ['recipient', { to: { address: 'jan@voorbeeld.example>\r\nRCPT TO:<ander@evil.example' } }],
    ['recipient', { to: { name: 'Jan\r\nBcc: x@evil.example', address: 'jan@voorbeeld.example' } }],
    ['sender', { from: { name: 'A\u0000B', address: 'a@b.example' } }],
    ['reply address', { replyTo: { address: 'a@b.example\n' } }],
    ['message id', { messageId: '<a@b>\r\nX-Evil: 1' }],
    [
      'attachment',
      { attachments: [{ name: 'a\r\nb', mediaType: 'text/plain', bytes: new Uint8Array() }] },
    ],
  ])('is refused before anything is sent: %s', async (header, change) => {
    const [port, server] = await connect();

    const sending = port.send(mail(change));

    await expect(sending).rejects.toThrow(MailRefusedError);
    await expect(sending).rejects.toMatchObject({ details: { header } });
    expect(server.received).toEqual([]);
  });

  it('keeps a display name with quotes and commas one name', async () => {
    const [port, server] = await connect();
    const name = 'Vries, J. "de" <ander@evil.example>';

    await port.send(mail({ to: { name, address: 'jan@voorbeeld.example' } }));

    const read = await PostalMime.parse(server.received[0]!.source);
    expect(server.received[0]!.to).toEqual(['jan@voorbeeld.example']);
    expect(read.to).toEqual([{ name, address: 'jan@voorbeeld.example' }]);
  });
});
