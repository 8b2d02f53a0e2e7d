// Keeps mails in a folder until the process is killed: node write-until-killed.fixture.ts FOLDER FIRST
import { createMailboxPort } from '../mailbox.port.ts';
import { mail } from '../mailbox.fixtures.ts';
import { createMailbox } from './mailbox.ts';

const [folder = '', first = '0'] = process.argv.slice(2);
const port = createMailboxPort(createMailbox(folder));
const attachment = { name: 'a.bin', mediaType: 'application/octet-stream' };

for (let n = Number(first); ; n += 4) {
  const four = [n, n + 1, n + 2, n + 3];
  const bytes = new Uint8Array(40_000);
  await Promise.all(
    four.map((key) =>
      port.send(mail(`kill-${key}`, { attachments: [{ ...attachment, bytes }] })).then(() => {
        process.stdout.write(`${key}\n`);
      }),
    ),
  );
}
