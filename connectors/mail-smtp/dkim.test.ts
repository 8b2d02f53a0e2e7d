import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { MailUnavailableError } from '@inning/sdk';
import { createSmtpMail } from './smtp-mail.port.ts';
import { mail, settingsFor, startMailServer } from './smtp.fixtures.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const dkim = { domainName: 'deketting.example', keySelector: 'inning', privateKey };

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

async function sendSigned(): Promise<string> {
  const server = await startMailServer();
  const port = createSmtpMail(settingsFor(server.port, { dkim }));
  open.push(server, { close: async () => port.close?.() });
  await port.send(mail({ text: 'Een  regel met  spaties \r\n\r\n', subject: 'Één €' }));
  return server.received[0]!.source;
}

describe('the DKIM signature', () => {
  it('is there and proves what was sent', async () => {
    const source = await sendSigned();

    expect(verifyDkim(source)).toEqual({
      domain: 'deketting.example',
      selector: 'inning',
      isBodyIntact: true,
      isSignatureValid: true,
    });
    expect(tagsOf(source)['h']?.split(':')).toEqual(
      expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id']),
    );
  });

  it('does not survive a change of the amount or of the sender', async () => {
    const source = await sendSigned();

    expect(verifyDkim(source.replace(/184,95/g, '84,95')).isBodyIntact).toBe(false);
    expect(verifyDkim(source.replace('De Ketting', 'De Ketteng')).isSignatureValid).toBe(false);
  });

  it('is never left out in silence: a key that cannot be read stops the connector', () => {
    const ed25519 = generateKeyPairSync('ed25519').privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    });

    for (const bad of ['geen sleutel', String(ed25519)]) {
      const settings = settingsFor(2525, { dkim: { ...dkim, privateKey: bad } });
      expect(() => createSmtpMail(settings)).toThrow(MailUnavailableError);
    }
  });
});

/** RFC 6376, relaxed/relaxed with rsa-sha256: as a receiver checks it. */
function verifyDkim(source: string) {
  const [head = '', ...rest] = source.split('\r\n\r\n');
  const tags = tagsOf(source);
  const bodyHash = createHash('sha256')
    .update(relaxedBody(rest.join('\r\n\r\n')))
    .digest('base64');
  const headers = head.split(/\r\n(?![ \t])/);
  const signed = (tags['h'] ?? '').split(':').flatMap((name) => {
    const line = headers.findLast((header) =>
      header.toLowerCase().startsWith(`${name.trim().toLowerCase()}:`),
    );
    return line ? [relaxedHeader(line)] : [];
  });
  const own = headers.find((header) => /^DKIM-Signature:/i.test(header)) ?? '';
  const unsigned = relaxedHeader(own).replace(/\bb=[^;]*$/, 'b=');
  const verify = createVerify('RSA-SHA256').update(`${signed.join('\r\n')}\r\n${unsigned}`);
  return {
    domain: tags['d'],
    selector: tags['s'],
    isBodyIntact: bodyHash === tags['bh'],
    isSignatureValid: verify.verify(publicKey, tags['b'] ?? '', 'base64'),
  };
}

function tagsOf(source: string): Record<string, string> {
  const value = /^DKIM-Signature:((?:.*\r\n)(?:[ \t].*\r\n)*)/im.exec(source)?.[1] ?? '';
  const pairs = value.split(';').map((tag) => tag.trim().split(/=(.*)/s));
  return Object.fromEntries(pairs.map(([name, text = '']) => [name, text.replace(/\s+/g, '')]));
}

const relaxedHeader = (line: string) => {
  const colon = line.indexOf(':');
  const value = line
    .slice(colon + 1)
    .replace(/\s+/g, ' ')
    .trim();
  return `${line.slice(0, colon).toLowerCase().trim()}:${value}`;
};
const relaxedBody = (body: string) => {
  const lines = body
    .replace(/[ \t]+/g, ' ')
    .replace(/ \r\n/g, '\r\n')
    .replace(/(\r\n)*$/, '');
  return lines === '' ? '' : `${lines}\r\n`;
};
