import { cents, MailAmbiguousError, MailUnavailableError } from '@inning/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { capturingMailbox, type Mailbox } from '../../../tests/kit/capturing-mailbox.ts';
import { testDatabase } from '../../../tests/kit/database.ts';
import { createDispatcher, type Dispatcher } from '../../events/index.ts';
import { type AdministrationKey, systemScope, toId } from '../../store/index.ts';
import { administrations } from '../administrations/index.ts';
import { openWorld, type World } from '../testing/world.ts';
import {
  createNoticeWishes,
  createUsersService,
  createWhoHearsOfPaid,
  scopeOf,
} from '../users/index.ts';
import { createPaidNotices, paidNotices, type PaidNoticeService } from './index.ts';

const database = testDatabase();
const everything = systemScope('a test looks at everything');
let world: World;
let mailbox: Mailbox;
let notices: PaidNoticeService;
let dispatcher: Dispatcher;
let isIdempotent = false;

beforeAll(async () => {
  world = await openWorld(database.uri);
});
afterAll(() => world.close());
beforeEach(async () => {
  isIdempotent = false;
  mailbox = capturingMailbox();
  notices = aProcess();
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  dispatcher = createDispatcher({ ...world, listeners: [notices.listener], log: silent });
  await giveSender(world.place);
});

/** As another worker has it: nothing is shared but the database and the connector. */
const aProcess = () =>
  createPaidNotices({
    ...world,
    publicUrl: 'https://inning.example',
    whoHearsOfPaid: createWhoHearsOfPaid(world.store),
    mailFor: async () => Object.assign(mailbox, { isIdempotent }),
  });
const giveSender = ({ administrationId }: AdministrationKey) =>
  world.store
    .table(administrations)
    .in(everything)
    .updateOne({ _id: administrationId }, { $set: { senderEmail: 'boeken@inning.example' } });

let count = 0;
/** Somebody at a creditor who hears of what is paid there. */
async function listener(
  place = world.place,
  wish: {
    paid: 'all' | 'some' | 'never';
    administrationIds?: AdministrationKey['administrationId'][];
  } = {
    paid: 'all',
  },
) {
  count += 1;
  const email = `luisteraar-${count}@example.nl`;
  const service = createUsersService(world);
  const user = await service.create({
    email,
    name: 'Lotte',
    role: 'creditor-employee',
    agencyId: place.agencyId,
    creditorIds: [place.creditorId],
    password: 'a long password',
  });
  const { administrationIds = [], paid } = wish;
  await createNoticeWishes(world).set(scopeOf(user), toId(user.id), { paid, administrationIds });
  return { email, id: toId(user.id), service };
}
async function paid(totalCents = 12_500) {
  const debtor = await world.given.debtor({ name: 'Bakkerij De Zon' });
  const invoice = await world.given.invoice({
    debtorId: debtor._id,
    totalCents: cents(totalCents),
  });
  await world.payments.bookByHand(world.scope, {
    debtorId: debtor._id,
    amountCents: cents(totalCents),
    receivedOn: '2026-03-02',
    by: 'Anna',
  });
  return { debtor, invoice };
}
/** What happened is passed on, and what waits is sent. */
async function pass(process = notices) {
  await dispatcher.drain();
  return process.tell();
}
const later = (minutes: number) =>
  world.clock.moveTo(new Date(world.clock.now().getTime() + minutes * 60_000));
const statesOf = async (userId: ReturnType<typeof toId>) =>
  (await world.store.table(paidNotices).in(everything).find({ userId })).map(({ state }) => state);

describe('who wants to hear that an invoice is paid', () => {
  it('gets one mail with what was paid, of whom and where to look, and never a second', async () => {
    const lotte = await listener();
    const { debtor, invoice } = await paid();

    await pass();
    await pass();
    await aProcess().tell();

    const [mail, ...more] = mailbox.to(lotte.email);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe(`Betaald: factuur ${invoice.number} van Bakkerij De Zon`);
    expect(mail?.text).toContain('€ 125,00, betaald op ma 2 mrt 2026'.replace(' ', '\u00a0'));
    expect(mail?.text).toContain(`https://inning.example/debtors/${String(debtor._id)}`);
    expect(mail?.from.address).toBe('boeken@inning.example');
    await lotte.service.block(lotte.id);
  });

  it('hears of what several workers find at once in one mail, and of a part paid not at all', async () => {
    const lotte = await listener();
    const debtor = await world.given.debtor();
    await world.given.invoice({ debtorId: debtor._id, totalCents: cents(10_000) });
    const part = { debtorId: debtor._id, receivedOn: '2026-03-02', by: 'Anna' } as const;
    await world.payments.bookByHand(world.scope, { ...part, amountCents: cents(4_000) });
    await pass();
    expect(mailbox.to(lotte.email)).toEqual([]);
    for (let each = 0; each < 3; each += 1) await paid();
    await dispatcher.drain();

    await Promise.all([1, 2, 3, 4].map(() => aProcess().tell()));

    const told = mailbox.to(lotte.email).flatMap(({ text }) => text.match(/^- Factuur/gm) ?? []);
    expect(told).toHaveLength(3);
    await lotte.service.block(lotte.id);
  });

  it('is only who asked, sees these books now, and is not blocked', async () => {
    const elsewhere = await world.newPlace();
    const abroad = await world.newPlace(false);
    const own = await listener(world.place, {
      paid: 'some',
      administrationIds: [world.place.administrationId],
    });
    const silent = await listener(world.place, { paid: 'never' });
    const neighbour = await listener(elsewhere);
    const stranger = await listener(abroad);
    const gone = await listener();
    await paid();
    await dispatcher.drain();
    await gone.service.block(gone.id);
    await pass();

    expect(mailbox.mails.map(({ to }) => to.address)).toEqual([own.email]);
    for (const one of [silent, neighbour, stranger, gone]) {
      expect(mailbox.to(one.email)).toEqual([]);
    }
    await expect(
      listener(elsewhere, { paid: 'some', administrationIds: [world.place.administrationId] }),
    ).rejects.toMatchObject({ status: 404 });
    for (const one of [own, neighbour, stranger]) await one.service.block(one.id);
  });

  it('is not told of what was taken back meanwhile', async () => {
    const lotte = await listener();
    const { debtor } = await paid();
    await dispatcher.drain();
    const { items } = await world.payments.list(world.scope, debtor._id);
    await world.payments.reverse(world.scope, items[0]!._id, { reason: 'storno', by: 'Anna' });

    await pass();

    expect(mailbox.to(lotte.email)).toEqual([]);
    expect(await statesOf(lotte.id)).toEqual(['dropped']);
    await lotte.service.block(lotte.id);
  });
});

describe('a mail server that fails', () => {
  it('that is away gets the mail later, once', async () => {
    const lotte = await listener();
    await paid();
    mailbox.onSend = () => {
      throw new MailUnavailableError('away');
    };
    await pass();
    await pass();
    mailbox.onSend = () => undefined;
    expect(mailbox.to(lotte.email)).toEqual([]);

    later(6);
    await pass();
    await pass();

    expect(mailbox.to(lotte.email)).toHaveLength(1);
    await lotte.service.block(lotte.id);
  });

  it.each([
    { what: 'cannot tell one mail from another is not asked again', twice: false, mails: 1 },
    { what: 'delivers a key once gets the same mail again', twice: true, mails: 2 },
  ])('that may have taken it and $what', async ({ twice, mails }) => {
    isIdempotent = twice;
    const lotte = await listener();
    await paid();
    mailbox.onSend = (mail) => {
      mailbox.mails.push(mail);
      throw new MailAmbiguousError('no answer');
    };
    await pass();
    mailbox.onSend = () => undefined;

    later(11);
    await pass(aProcess());
    later(11);
    await pass(aProcess());

    const got = mailbox.to(lotte.email);
    expect(got).toHaveLength(mails);
    expect(new Set(got.map(({ key }) => key)).size).toBe(1);
    expect(await statesOf(lotte.id)).toEqual([twice ? 'sent' : 'unclear']);
    await lotte.service.block(lotte.id);
  });

  it('gets nothing of books that name no sender', async () => {
    const lotte = await listener();
    await world.store
      .table(administrations)
      .in(everything)
      .updateOne({ _id: world.place.administrationId }, { $set: { senderEmail: null } });
    await paid();

    await pass();

    expect(mailbox.to(lotte.email)).toEqual([]);
    expect(await statesOf(lotte.id)).toEqual(['refused']);
    await lotte.service.block(lotte.id);
  });
});
