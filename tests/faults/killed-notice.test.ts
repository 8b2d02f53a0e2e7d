import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { cents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSmtpMail } from '../../connectors/mail-smtp/smtp-mail.port.ts';
import { administrations } from '../../core/domain/administrations/index.ts';
import { createPaidNotices, paidNotices } from '../../core/domain/paid-notices/index.ts';
import { openWorld, type World } from '../../core/domain/testing/world.ts';
import {
  createNoticeWishes,
  createUsersService,
  createWhoHearsOfPaid,
  scopeOf,
} from '../../core/domain/users/index.ts';
import { createDispatcher } from '../../core/events/index.ts';
import { systemScope, toId } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { openSmtpInbox, type SmtpInbox } from './given/smtp-inbox.ts';

const CHILD = fileURLToPath(new URL('./given/tell-paid.child.ts', import.meta.url));
const database = testDatabase();
const everything = systemScope('a test looks at everything');
let world: World;
let inbox: SmtpInbox;
let kill: () => void = () => undefined;
beforeAll(async () => {
  world = await openWorld(database.uri);
  inbox = await openSmtpInbox((phase) => phase === 'before-answer' && kill());
});
afterAll(async () => {
  await inbox.close();
  await world.close();
});

const smtp = () =>
  createSmtpMail({
    host: '127.0.0.1',
    port: inbox.port,
    secure: false,
    connections: 1,
    timeoutSeconds: 5,
  });
const noticesHere = (port = smtp()) =>
  createPaidNotices({
    ...world,
    publicUrl: 'https://inning.example',
    whoHearsOfPaid: createWhoHearsOfPaid(world.store),
    mailFor: async () => port,
  });

/** Somebody who wants to hear it, and an invoice that is paid. */
async function givenPaid(): Promise<void> {
  const { agencyId, administrationId } = world.place;
  await world.store
    .table(administrations)
    .in(everything)
    .updateOne({ _id: administrationId }, { $set: { senderEmail: 'boeken@inning.example' } });
  const user = await createUsersService(world).create({
    email: 'lotte@example.nl',
    name: 'Lotte',
    role: 'agency-employee',
    agencyId,
    password: 'a long password',
  });
  const wish = { paid: 'all', administrationIds: [] } as const;
  await createNoticeWishes(world).set(scopeOf(user), toId(user.id), wish);
  const debtor = await world.given.debtor();
  await world.given.invoice({ debtorId: debtor._id });
  const booked = { debtorId: debtor._id, amountCents: cents(10_000), by: 'Anna' } as const;
  await world.payments.bookByHand(world.scope, { ...booked, receivedOn: '2026-03-02' });
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const listeners = [noticesHere().listener];
  await createDispatcher({ ...world, listeners, log: silent }).drain();
}

describe('a worker that is killed while a mail about a payment leaves', () => {
  it('leaves one mail, and no other worker sends it again to a server that cannot tell', async () => {
    await givenPaid();
    const ids = [world.place.agencyId, world.place.creditorId, world.place.administrationId];
    const child = spawn(
      process.execPath,
      [CHILD, database.uri, String(inbox.port), ...ids.map(String)],
      { stdio: 'inherit' },
    );
    kill = () => child.kill('SIGKILL');
    const [, signal] = await once(child, 'exit');
    kill = () => undefined;
    expect(signal).toBe('SIGKILL');
    expect(inbox.accepted).toHaveLength(1);

    const port = smtp();
    for (const minutes of [1, 11, 30]) {
      world.clock.moveTo(new Date(world.clock.now().getTime() + minutes * 60_000));
      await noticesHere(port).tell();
    }
    await port.close?.();

    expect(inbox.accepted).toHaveLength(1);
    const [row] = await world.store.table(paidNotices).in(everything).find();
    expect(row?.state).toBe('unclear');
  });
});
