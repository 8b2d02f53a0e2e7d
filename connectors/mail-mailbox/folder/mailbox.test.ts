import { spawn } from 'node:child_process';
import { appendFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import PostalMime from 'postal-mime';
import { MailRefusedError } from '@inning/sdk';
import { createMailboxPort } from '../mailbox.port.ts';
import { AGENCY, mail, makeFolder, OTHER_AGENCY } from '../mailbox.fixtures.ts';
import { createMailbox } from './mailbox.ts';

let folder: ReturnType<typeof makeFolder>;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

const openPort = () => {
  const mailbox = createMailbox(folder.path);
  return { mailbox, port: createMailboxPort(mailbox) };
};
const subjects = async (mailbox = createMailbox(folder.path), agencyId = AGENCY) =>
  (await mailbox.list(agencyId, { limit: 1000 })).items.map(({ subject }) => subject);
const filesOf = (agencyId = AGENCY) => readdirSync(join(folder.path, agencyId)).sort();

describe('the trial mailbox', () => {
  it('keeps a mail as a file that any mail program reads', async () => {
    const { mailbox, port } = openPort();
    const pdf = { name: 'factuur.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF') };

    const { providerId } = await port.send(mail('een', { attachments: [pdf] }));

    const eml = await mailbox.read(AGENCY, providerId);
    expect(await PostalMime.parse(eml ?? '')).toMatchObject({
      messageId: '<een@deketting.example>',
      subject: 'Herinnering een',
      to: [{ address: 'jan@voorbeeld.example' }],
      text: expect.stringContaining('€ 184,95'),
      attachments: [{ filename: 'factuur.pdf' }],
    });
  });

  it('keeps one file per key, and the first mail stays', async () => {
    const { mailbox, port } = openPort();
    const again = mail('een', { subject: 'Een ander' });

    const ids = await Promise.all([port.send(mail('een')), port.send(again), port.send(again)]);
    const later = await createMailboxPort(createMailbox(folder.path)).send(again);

    expect(new Set([...ids, later].map(({ providerId }) => providerId)).size).toBe(1);
    expect(filesOf().filter((name) => name.endsWith('.eml'))).toHaveLength(1);
    expect(await subjects(mailbox)).toEqual(['Herinnering een']);
  });

  it('lists the newest first, page by page, also what another process wrote', async () => {
    const { mailbox, port } = openPort();
    const elsewhere = openPort();
    for (const key of ['1', '2', '3']) await port.send(mail(key));
    await mailbox.list(AGENCY);
    for (const key of ['4', '5']) await elsewhere.port.send(mail(key));

    const first = await mailbox.list(AGENCY, { limit: 2 });
    const second = await mailbox.list(AGENCY, { limit: 2, after: first.next ?? '' });
    const third = await mailbox.list(AGENCY, { limit: 2, after: second.next ?? '' });

    const pages = [first, second, third].map(({ items }) =>
      items.map(({ subject }) => subject.at(-1)),
    );
    expect(pages).toEqual([['5', '4'], ['3', '2'], ['1']]);
    expect(third).toMatchObject({ next: null, total: 5 });
    expect((await mailbox.list(AGENCY, { after: 'f'.repeat(32) })).items).toEqual([]);
  });

  it('shows an agency its own mail only', async () => {
    const { mailbox, port } = openPort();
    const { providerId } = await port.send(mail('een'));
    const placed = { ...mail('twee'), agencyId: OTHER_AGENCY };
    await port.send(placed);

    expect(await subjects(mailbox, OTHER_AGENCY)).toEqual(['Herinnering twee']);
    expect(await subjects(mailbox)).toEqual(['Herinnering een']);
    expect(await mailbox.read(OTHER_AGENCY, providerId)).toBeNull();
  });

  it('dates a mail by the clock of the platform when it is told the time', async () => {
    const { mailbox, port } = openPort();
    const placed = { ...mail('een'), sentAt: new Date('2026-03-02T09:30:00Z') };

    await port.send(placed);

    expect((await mailbox.list(AGENCY)).items[0]?.sentAt).toBe('2026-03-02T09:30:00.000Z');
  });

  it.each(['../../etc/passwd', '..', 'index.jsonl', 'A'.repeat(32), `${'a'.repeat(31)}/`])(
    'reads nothing by an id that is no id: %s',
    async (id) => {
      const { mailbox, port } = openPort();
      await port.send(mail('een'));

      expect(await mailbox.read(AGENCY, id)).toBeNull();
    },
  );

  it('refuses a mail that could forge a header, and keeps nothing of it', async () => {
    const { mailbox, port } = openPort();

    await expect(port.send(mail('een', { subject: 'a\r\nBcc: b@c.nl' }))).rejects.toThrow(
      MailRefusedError,
    );
    await expect(port.send(mail('twee', { to: { address: 'a@b.nl, c@d.nl' } }))).rejects.toThrow(
      MailRefusedError,
    );
    expect(await subjects(mailbox)).toEqual([]);
  });

  it('needs no index: without it, or with a broken one, the list is the same', async () => {
    const { mailbox, port } = openPort();
    for (const key of ['1', '2', '3']) await port.send(mail(key));
    const index = join(folder.path, AGENCY, 'index.jsonl');
    const expected = await subjects(mailbox);

    appendFileSync(index, '{"id":"cut o');
    await port.send(mail('4'));
    expect(await subjects()).toEqual(['Herinnering 4', ...expected]);
    writeFileSync(index, 'null\n[]\n{"id":5}\nnonsense');
    expect(await subjects()).toEqual(['Herinnering 4', ...expected]);
    rmSync(index);
    expect(await subjects()).toEqual(['Herinnering 4', ...expected]);
    expect(await subjects(mailbox)).toEqual(['Herinnering 4', ...expected]);
  });

  it('survives being killed at any moment: every listed mail is whole, every answered one is there', async () => {
    const script = fileURLToPath(new URL('./write-until-killed.fixture.ts', import.meta.url));
    const answered = new Set<string>();
    for (let round = 0; round < 8; round += 1) {
      const child = spawn(process.execPath, [script, folder.path, String(round * 1000)]);
      const isDead = new Promise((done) => child.once('exit', done));
      child.stdout.on('data', (chunk: Buffer) => {
        for (const key of String(chunk).trim().split('\n')) answered.add(key);
        if (answered.size >= (round + 1) * 12) setTimeout(() => child.kill('SIGKILL'), round);
      });
      await isDead;
    }

    const mailbox = createMailbox(folder.path);
    const { items, total } = await mailbox.list(AGENCY, { limit: 10_000 });
    const listed = new Set(items.map(({ subject }) => subject.replace('Herinnering kill-', '')));

    expect(items).toHaveLength(total);
    expect([...answered].filter((key) => !listed.has(key))).toEqual([]);
    for (const { id } of items) {
      const whole = await PostalMime.parse((await mailbox.read(AGENCY, id)) ?? '');
      expect(whole.attachments[0]).toMatchObject({ content: { byteLength: 40_000 } });
    }
  });
});
