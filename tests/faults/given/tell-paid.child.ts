import { createSmtpMail } from '../../../connectors/mail-smtp/smtp-mail.port.ts';
import { createPaidNotices } from '../../../core/domain/paid-notices/index.ts';
import { openWorld } from '../../../core/domain/testing/world.ts';
import { createWhoHearsOfPaid } from '../../../core/domain/users/index.ts';
import { toId } from '../../../core/store/index.ts';

/** A process of its own that tells what was paid, so that a test can kill it while a mail leaves. */
const [uri = '', port = '0', ...ids] = process.argv.slice(2);
const [agencyId, creditorId, administrationId] = ids.map(toId);
if (!agencyId || !creditorId || !administrationId) throw new Error('three ids are needed');
const world = await openWorld(uri, { place: { agencyId, creditorId, administrationId } });
const smtp = createSmtpMail({
  host: '127.0.0.1',
  port: Number(port),
  secure: false,
  connections: 1,
  timeoutSeconds: 30,
});
const notices = createPaidNotices({
  ...world,
  publicUrl: 'https://inning.example',
  whoHearsOfPaid: createWhoHearsOfPaid(world.store),
  mailFor: async () => smtp,
});
await notices.tell();
await smtp.close?.();
await world.close();
