import { cents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { type Id, newId } from '../../store/index.ts';
import { administrations } from '../administrations/index.ts';
import { invoices } from '../invoices/index.ts';
import { openWorld, type World } from '../testing/world.ts';
import { type Communication, communications } from './communication.model.ts';
import { createPublicLetters, type LetterOfToday } from './public-letter.ts';

const database = testDatabase();
let world: World;
let publicLetter: (id: string) => Promise<LetterOfToday | null>;

beforeAll(async () => {
  world = await openWorld(database.uri);
  publicLetter = createPublicLetters(world);
  const { administrationId } = world.place;
  await world.store
    .table(administrations)
    .in(world.scope)
    .updateOne({ _id: administrationId }, { $set: { iban: 'NL91ABNA0417164300' } });
});
afterAll(() => world.close());

/** A letter of 16 March 2026. */
async function letter(debtorId: Id, more: Partial<Communication> = {}): Promise<string> {
  const at = new Date('2026-03-16T08:00:00Z');
  const made = await world.store
    .table(communications)
    .in(world.scope)
    .insert({
      ...world.place,
      key: newId().toHexString(),
      debtorId,
      channel: 'mail',
      template: 'first-reminder',
      language: 'en',
      to: 'someone@example.nl',
      subject: 'Reminder',
      fingerprint: 'x',
      openCents: 100,
      state: 'sent',
      reservedAt: at,
      sentAt: at,
      ...more,
    });
  return made._id.toHexString();
}

describe('the letter behind a public page', () => {
  it('asks for what is still open of what it was about, in the language of the letter', async () => {
    const debtor = await world.given.debtor();
    const first = { debtorId: debtor._id, dueOn: '2026-02-14', totalCents: cents(10_000) };
    await world.given.invoice({ ...first, number: 'F-1' });
    await world.given.invoice({ ...first, number: 'F-2', dueOn: '2026-03-15' });
    await world.given.invoice({ ...first, number: 'F-3', dueOn: '2026-03-16' });
    await world.payments.bookByHand(world.scope, {
      debtorId: debtor._id,
      amountCents: cents(4_000),
      receivedOn: '2026-03-20',
      by: 'test',
    });

    expect(await publicLetter(await letter(debtor._id))).toMatchObject({
      language: 'en',
      creditorName: 'Van Dijk Installatie',
      currency: 'EUR',
      iban: 'NL91ABNA0417164300',
      accountName: 'Van Dijk Installatie',
      reference: 'F-1 F-2',
    });
  });

  it('asks for nothing that is disputed since, or paid', async () => {
    const debtor = await world.given.debtor();
    const invoice = await world.given.invoice({ debtorId: debtor._id });
    const id = await letter(debtor._id);
    await world.store
      .table(invoices)
      .in(world.scope)
      .updateOne({ _id: invoice._id }, { $set: { disputedAt: new Date('2026-03-18') } });

    expect(await publicLetter(id)).toMatchObject({ askedIds: [], reference: debtor.number });
  });

  it('is not there for a letter that never left, or never was', async () => {
    const debtor = await world.given.debtor();

    expect(await publicLetter(await letter(debtor._id, { state: 'withdrawn' }))).toBeNull();
    expect(await publicLetter(newId().toHexString())).toBeNull();
    expect(await publicLetter('nobody')).toBeNull();
  });
});
