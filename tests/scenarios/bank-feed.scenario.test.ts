import { describe, expect, it } from 'vitest';
import { bankLine, bankStatement } from '../../core/domain/testing/bank.ts';
import { openWorld } from '../../core/domain/testing/world.ts';
import { BANK_ACCOUNT } from '../kit/played-bank.ts';
import { aConnectedBank, ANJA } from './telling/a-connected-bank.ts';

const {
  here,
  connect,
  consent,
  minutesLater,
  sweep,
  books,
  anInvoice,
  account,
  linesHere,
  state,
  freshAt,
  openTasks,
  database,
} = aConnectedBank();

describe('a connected bank', () => {
  it('is read by itself, and what comes in pays the invoice', async () => {
    const invoice = await anInvoice();
    await connect();
    here.bank.booked.push({ id: 't1', on: '2026-03-02', amount: '125', text: 'factuur 2026-0417' });

    expect(await sweep()).toBe(1);

    expect((await here.world.invoice(invoice._id)).openCents).toBe(0);
    expect(await here.world.published()).toContain('invoice.paid');
    expect(await account()).toMatchObject({ lineCount: 1, readUntil: '2026-03-02', problem: null });
    expect(await freshAt()).toBe('2026-03-02T09:00:00.000Z');
  });

  it('is not read before consent was given', async () => {
    const { connection } = await here.feeds.check(here.world.scope, here.connectionId);
    expect(connection.state).toBe('waiting');
    const chosen = { accountIds: ['a1'], trustAccountId: null, from: '2026-03-01' };
    await expect(
      here.feeds.choose(here.world.scope, here.connectionId, chosen),
    ).rejects.toMatchObject({
      code: 'BANK_CONSENT_MISSING',
    });
  });

  it('is read four times a day, and each line once, over pages and over readings', async () => {
    await connect();
    books(5);
    await sweep();
    expect(await sweep()).toBe(0);
    minutesLater(361);
    books(1);

    expect(await sweep()).toBe(1);
    expect(await linesHere()).toHaveLength(6);
  });

  it('is read a month at a time from the day that was chosen', async () => {
    await connect('2025-12-15');
    books(1, { on: '2025-12-20' });
    books(1, { on: '2026-02-20' });

    for (let round = 0; round < 4; round += 1) {
      await sweep();
      minutesLater(1);
    }

    expect((await linesHere()).map((line) => line.bookedOn)).toEqual(['2025-12-20', '2026-02-20']);
    expect(await account()).toMatchObject({ readUntil: '2026-03-02' });
  });

  it('and a file of the same days give each line once', async () => {
    await connect();
    books(2);
    const there = (amount: number) =>
      bankLine(amount, { description: 'hello', counterpartyAccount: 'NL20INGB0001234567' });
    const file = bankStatement([there(100), there(200), there(900)], {
      account: BANK_ACCOUNT,
      format: 'CAMT.053.001.02',
    });
    await here.world.statements.receive(here.world.scope, here.place.administrationId, [file]);

    await sweep();

    expect((await linesHere()).map((line) => line.amountCents).toSorted((a, b) => a - b)).toEqual([
      100, 200, 900,
    ]);
  });

  it('of another agency cannot be found', async () => {
    const other = await openWorld(database.uri, {});
    const stranger = { ...other.scope };
    await expect(here.feeds.get(stranger, here.connectionId)).rejects.toMatchObject({
      code: 'BANK_CONNECTION_NOT_FOUND',
    });
    await other.close();
  });
});

describe('consent', () => {
  it('that has ended makes a task, and stops what is read until it is given again', async () => {
    await connect();
    await sweep();
    here.bank.consents.set('consent-1', 'expired');
    minutesLater(361);

    await sweep();

    expect(await state()).toBe('ended');
    expect(await openTasks()).toContain('Knab geeft geen toegang meer: geef opnieuw toestemming');

    await here.feeds.renew(here.world.scope, here.connectionId, ANJA);
    books(1);
    await consent();
    await sweep();

    expect(await state()).toBe('active');
    expect((await openTasks()).join()).not.toContain('geen toegang');
    expect(await linesHere()).toHaveLength(1);
  });

  it('that ends within two weeks makes a task once', async () => {
    await connect();
    await sweep();
    await sweep();

    expect(await openTasks()).toEqual([
      'De toestemming bij Knab eindigt op do 12 mrt 2026: geef opnieuw toestemming',
    ]);
  });

  it('that the owner refused is said, and nothing is read', async () => {
    here.bank.consents.set('consent-1', 'rejected');
    const { connection } = await here.feeds.check(here.world.scope, here.connectionId);
    expect(connection.state).toBe('refused');
  });

  it('that somebody stopped here is no longer used', async () => {
    await connect();
    await here.feeds.stop(here.world.scope, here.connectionId);
    here.bank.asked.length = 0;

    expect(await sweep()).toBe(0);
    expect(here.bank.asked).toEqual([]);
  });
});
