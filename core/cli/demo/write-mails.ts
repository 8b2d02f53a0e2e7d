import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutgoingMail } from '@inning/sdk';
import MailComposer from 'nodemailer/lib/mail-composer';
import { communications } from '../../domain/communications/index.ts';
import { debtors } from '../../domain/debtors/index.ts';
import { commandScope } from '../find-books.ts';
import type { DemoWorld } from './demo-world.ts';

/** Writes every mail as a file that sorts by day: `2026-03-16-10023-first-reminder.eml`. */
export async function writeMails(world: DemoWorld, folder: string): Promise<number> {
  const { store } = world.app;
  const sent = await store
    .table(communications)
    .in(commandScope)
    .find({ state: 'sent' }, { sort: { sentAt: 1, _id: 1 } });
  const people = await store
    .table(debtors)
    .in(commandScope)
    .find({}, { fields: ['number'] });
  const numbers = new Map(people.map((one) => [String(one._id), one.number]));

  await mkdir(folder, { recursive: true });
  const used = new Map<string, number>();
  for (const row of sent) {
    const mail = world.mails.get(row.key);
    if (!mail) continue;
    const parts = [row.sentOn ?? '', numbers.get(String(row.debtorId)) ?? '', row.template];
    const name = parts.map(safeName).join('-');
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    const file = count === 1 ? name : `${name}-${count}`;
    await writeFile(join(folder, `${file}.eml`), await compose(mail));
  }
  return sent.length;
}

/** A number from somebody's file may hold anything; a file name may not. */
const safeName = (text: string) => text.replace(/[^A-Za-z0-9._-]+/g, '_').slice(0, 80);

const compose = (mail: OutgoingMail): Promise<Buffer> =>
  new MailComposer({
    messageId: mail.messageId,
    from: { name: mail.from.name ?? '', address: mail.from.address },
    to: { name: mail.to.name ?? '', address: mail.to.address },
    ...(mail.replyTo ? { replyTo: mail.replyTo.address } : {}),
    date: mail.sentAt,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    attachments: mail.attachments.map(({ name, mediaType, bytes }) => ({
      filename: name,
      contentType: mediaType,
      content: Buffer.from(bytes),
    })),
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
