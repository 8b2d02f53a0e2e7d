import { cents, type PluginHttp } from '@inning/sdk';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createMolliePayments } from '../../connectors/psp-mollie/mollie-payments.port.ts';
import type { Debtor } from '../../core/domain/debtors/index.ts';
import {
  createOnlinePaymentService,
  onlinePayments,
  type OnlinePaymentService,
} from '../../core/domain/online-payments/index.ts';
import { payments } from '../../core/domain/payments/index.ts';
import { createLog } from '../../core/http/index.ts';
import { createOutbound, type Outbound } from '../../core/outbound/index.ts';
import type { Id } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { MOLLIE_DESCRIPTION, type MollieServer, startMollie } from '../kit/mollie-server.ts';
import { describeWithShared } from '../kit/shared.ts';

/** Mollie is played by its own description, and is asked by the real connector. */
describeWithShared('direct debit on a mandate', MOLLIE_DESCRIPTION, () => {
  const database = testDatabase();
  let world: FlowWorld;
  let mollie: MollieServer;
  let outbound: Outbound;
  let paying: OnlinePaymentService;
  let debtor: Debtor;
  let first: Id;
  let email: string;
  let count = 0;

  beforeAll(async () => {
    world = await openFlowWorld(database.uri, { startOn: '2026-03-02' });
    mollie = await startMollie();
    outbound = createOutbound({ log: createLog({ level: 'silent' }), loopback: mollie.loopback });
    const http: PluginHttp = {
      request: (request) =>
        outbound.request({
          pluginId: 'psp-mollie',
          agencyId: null,
          hosts: ['api.mollie.com'],
          request,
          addCredential: async () => ({
            headers: { authorization: 'Bearer test_abc' },
            certificate: null,
            secrets: [],
          }),
        }),
    };
    const port = createMolliePayments(http, { methods: ['ideal', 'banktransfer'] } as never);
    paying = createOnlinePaymentService({
      ...world,
      claimToday: world.claims.openToday,
      providersFor: async () => [{ pluginId: 'psp-mollie', port }],
      addresses: { backTo: (id) => `https://inning.example/${id}`, webhook: () => null },
    });
  });
  afterAll(async () => {
    await outbound?.close();
    await mollie?.server.close();
    await world?.close();
  });
  beforeEach(async () => {
    mollie.fail(null);
    await offer(true);
    count += 1;
    email = `sanne-${count}@example.nl`;
    debtor = await world.given.debtor({ name: 'Sanne de Vries', email });
    first = await invoice(10_000);
  });

  const offer = (offersDirectDebit: boolean) => world.administration({ offersDirectDebit });
  const invoice = async (totalCents: number) =>
    (await world.given.invoice({ debtorId: debtor._id, totalCents: cents(totalCents) }))._id;
  const open = async (id: Id) => (await world.invoice(id)).openCents;
  const press = (givesMandate: boolean) =>
    paying.start(world.scope, {
      place: world.place,
      debtorId: debtor._id,
      communicationId: null,
      invoiceIds: [first.toHexString()],
      language: 'nl',
      creditorName: 'Van Dijk',
      givesMandate,
    });
  const rows = () =>
    world.store
      .table(onlinePayments)
      .in(world.scope)
      .find({ debtorId: debtor._id }, { sort: { _id: 1 } });
  const newest = async () => (await rows()).at(-1)!;
  const atMollie = async () => mollie.payments.get((await newest()).providerId ?? '');
  const becomes = async (fields: object) => {
    const row = await newest();
    mollie.change(row.providerId ?? '', fields);
    return paying.follow(world.scope, row._id);
  };
  const collect = (...ids: readonly Id[]) =>
    paying.collect(world.scope, {
      debtorId: debtor._id,
      invoiceIds: ids.map((id) => id.toHexString()),
    });
  /** The debtor pays the first invoice and allows the rest. */
  async function allowed(): Promise<void> {
    await press(true);
    await becomes({ status: 'paid', paidAt: '2026-03-02T10:00:00+01:00', method: 'ideal' });
  }

  it('is allowed with a first payment, where the creditor offers it and the debtor wants it', async () => {
    await press(true);
    expect(await atMollie()).toMatchObject({
      sequenceType: 'first',
      customerId: expect.stringMatching(/^cst_/),
      method: ['ideal'],
    });
    expect(await paying.mandateOf(world.scope, debtor._id)).toBeNull();
    await expect(collect(first)).rejects.toMatchObject({ code: 'MANDATE_MISSING' });

    await becomes({ status: 'paid', paidAt: '2026-03-02T10:00:00+01:00', method: 'ideal' });

    expect(await paying.mandateOf(world.scope, debtor._id)).toMatchObject({
      state: 'valid',
      account: 'NL91ABNA0417164300',
      holder: 'S. de Vries',
      signedOn: '2026-03-02',
    });
    expect(await open(first)).toBe(0);
  });

  it('is not asked where nobody ticked it, and not where the creditor does not offer it', async () => {
    await press(false);
    expect(await atMollie()).not.toHaveProperty('sequenceType');

    await offer(false);
    first = await invoice(2_000);
    await press(true);
    expect(await atMollie()).not.toHaveProperty('customerId');
  });

  it('collects what is open today, holds reminders until the bank decides, and books it once', async () => {
    await allowed();
    const later = await invoice(4_550);
    await collect(later);
    expect(await atMollie()).toMatchObject({
      sequenceType: 'recurring',
      amount: { value: '45.50', currency: 'EUR' },
      mandateId: expect.stringMatching(/^mdt_/),
    });
    await expect(collect(later)).rejects.toMatchObject({ code: 'COLLECTION_UNDER_WAY' });
    await world.passTo('2026-03-20');
    expect(world.mailbox.to(email)).toEqual([]);

    const paid = { status: 'paid', paidAt: '2026-03-20T10:00:00+01:00', method: 'directdebit' };
    await becomes(paid);
    await becomes(paid);

    expect(await open(later)).toBe(0);
    const booked = await world.store.table(payments).in(world.scope).find({ debtorId: debtor._id });
    expect(booked.map(({ amountCents }) => amountCents).toSorted()).toEqual([10_000, 4_550]);
  });

  it('that comes back opens the invoice again, and nothing more is collected until it is allowed anew', async () => {
    await allowed();
    const later = await invoice(4_550);
    await collect(later);
    const paid = { status: 'paid', paidAt: '2026-03-20T10:00:00+01:00', method: 'directdebit' };
    await becomes(paid);
    await becomes({ ...paid, amountChargedBack: { value: '45.50', currency: 'EUR' } });

    expect(await open(later)).toBe(4_550);
    expect(await paying.mandateOf(world.scope, debtor._id)).toMatchObject({
      state: 'stopped',
      stopReason: 'returned',
    });
    await expect(collect(later)).rejects.toMatchObject({ code: 'MANDATE_MISSING' });

    first = later;
    await allowed();
    expect(await paying.mandateOf(world.scope, debtor._id)).toMatchObject({ state: 'valid' });
  });

  it('that is withdrawn ends at Mollie too, later when Mollie is away', async () => {
    const why = { by: 'Anna', reason: 'debtor' };
    const others = mollie.mandates.length;
    await allowed();
    expect(mollie.mandates).toHaveLength(others + 1);
    await paying.endMandate(world.scope, debtor._id, why);
    expect(mollie.mandates).toHaveLength(others);

    first = await invoice(1_500);
    await allowed();
    mollie.fail(503);
    await paying.endMandate(world.scope, debtor._id, why);
    expect(await paying.mandateOf(world.scope, debtor._id)).toMatchObject({ state: 'stopped' });
    expect(mollie.mandates).toHaveLength(others + 1);

    mollie.fail(null);
    await paying.sweep(world.scope);
    expect(mollie.mandates).toHaveLength(others);
  });

  it('that the bank does not pay leaves the invoice open, and may be tried again', async () => {
    await allowed();
    const later = await invoice(4_550);
    await collect(later);
    await becomes({ status: 'failed' });

    expect(await open(later)).toBe(4_550);
    expect(await collect(later)).toMatchObject({ state: 'pending', kind: 'collection' });
  });

  it('asked twice at one moment, or while Mollie is away, takes money once', async () => {
    await allowed();
    const later = await invoice(4_550);
    const before = mollie.payments.size;

    const both = await Promise.allSettled([collect(later), collect(later)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(mollie.payments.size - before).toBe(1);
    await becomes({ status: 'failed' });

    mollie.fail(503);
    await expect(collect(later)).rejects.toMatchObject({ code: 'CONNECTOR_UNAVAILABLE' });
    mollie.fail(null);
    await paying.sweep(world.scope);
    expect(mollie.payments.size - before).toBe(1);
  });

  it('is ended by a person, and is of this debtor only', async () => {
    await allowed();
    const other = await world.given.debtor();
    await expect(
      paying.collect(world.scope, { debtorId: other._id, invoiceIds: [first.toHexString()] }),
    ).rejects.toMatchObject({ code: 'MANDATE_MISSING' });

    await paying.endMandate(world.scope, debtor._id, { by: 'Anna', reason: 'op verzoek' });

    const later = await invoice(4_550);
    await expect(collect(later)).rejects.toMatchObject({ code: 'MANDATE_MISSING' });
  });
});
