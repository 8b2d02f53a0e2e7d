import { cents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chosenFlowsIn } from '../../core/chosen-flows.ts';
import { movableClock } from '../../core/clock.ts';
import {
  administrations,
  createAdministrationService,
} from '../../core/domain/administrations/index.ts';
import { createFlowDrafts } from '../../core/flows/definition/flow-drafts.ts';
import {
  createHost,
  type Host,
  installationPlugins,
  pluginSettings,
  type Registries,
} from '../../core/host/index.ts';
import { openStore, type Store } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at } from './telling/at.ts';
import { afterDue, afterStep, costs, flowOf, mail } from './telling/flow-of.ts';

const database = testDatabase();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
let world: FlowWorld;
let store: Store;
let host: Host;
beforeAll(async () => {
  store = await openStore(database.uri);
  store.table(pluginSettings);
  store.table(installationPlugins);
  await store.ensureIndexes();
  const clock = movableClock(new Date('2026-03-02T08:00:00Z'));
  const secret = 'a secret of at least 32 characters';
  const countriesOf = (registries: Registries) => {
    host = createHost({ registries, store, clock, secret, log: log as never });
    return host.countries;
  };
  world = await openFlowWorld(database.uri, { countriesOf });
});
afterAll(async () => {
  await world.close();
  await store.close();
});

describe('what practice leaves open, set for one administration', () => {
  /*
   * 600.00 due on 1 March 2026; posted on Wednesday 1 April, delivered on Saturday the 4th: day 14 is Saturday the
   * 18th. By the law that is extended to Monday the 20th (see `law-in-the-ledger`); where that is switched off the
   * costs of 90.00 are owed from Sunday the 19th. Interest up to and including the 19th: 600.00 x 4 % x 49 days /
   * 365 = 3.2219: 3.22.
   */
  it('counts for the flow, its letters, the file, the pay page and what a payment lowers', async () => {
    const { agencyId, administrationId } = world.place;
    const scope = { agencyId: String(agencyId), administrationId: String(administrationId) };
    await host.settings.change('country-nl', scope, {
      enabled: null,
      settings: { extendsTerm: false },
      by: 'Karin',
    });
    await at(world, '2026-04-01');
    const steps = {
      announce: costs('announced'),
      wait: afterStep(19),
      letter: mail('second-reminder'),
      claim: costs('claimable'),
      rest: afterStep(60),
    };
    await world.choose(await world.publish('practice', flowOf(world, steps, { country: 'ZZ' })));
    const email = 'praktijk@example.nl';
    const { _id: debtorId } = await world.given.debtor({ email, kind: 'consumer' });
    const totalCents = cents(60_000);
    const dates = { invoicedOn: '2026-01-02', dueOn: '2026-03-01' };
    const { _id } = await world.given.invoice({ debtorId, totalCents, ...dates });
    await at(world, '2026-04-01', { time: '12:00' });
    await world.claims.recordLetter(world.scope, {
      debtorId,
      channel: 'post',
      sentOn: '2026-04-01',
      receivedOn: null,
      statedCents: null,
      reason: 'per post verstuurd',
      by: 'Karin',
    });
    const specified = await world.claims.specify(world.scope, debtorId);
    expect(specified.clocks).toMatchObject([
      { lastDayOn: '2026-04-18', claimableOn: '2026-04-19' },
    ]);

    await at(world, '2026-04-20', { time: '12:00' });

    const text = (world.mailbox.to(email)[0]?.text ?? '').replaceAll('\u00a0', ' ');
    expect(text).toContain('Incassokosten: € 90,00');
    expect(text).toContain('Rente: € 3,22');
    expect(await world.claims.specify(world.scope, debtorId)).toMatchObject({ openCents: 69_322 });
    expect(await world.claims.openToday(world.scope, debtorId)).toMatchObject([
      { openCents: 69_322 },
    ]);
    expect(await world.invoice(_id)).toMatchObject({ costState: 'claimable', openCents: 69_322 });
    await world.payments.bookByHand(world.scope, {
      debtorId,
      amountCents: cents(9_322),
      receivedOn: '2026-04-20',
      by: 'Karin',
    });
    expect(await world.invoice(_id)).toMatchObject({
      principalOpenCents: 60_000,
      openCents: 60_000,
    });
  });
});

describe('a sole trader', () => {
  /* 1,000.00 due on 1 March 2026, 30 days up to and including 31 March: 1,000.00 x 10.15 % x 30 / 365 = 8.3425. */
  it('owes as a business does: commercial interest, as in the calculator', async () => {
    await at(world, '2026-04-21');
    await world.collectionTerms.agreeForCreditor(world.scope, world.place.creditorId, {
      costsBearer: 'debtor',
      debtorPoints: null,
      debtorCents: null,
      businessPoints: null,
      businessMinimumCents: null,
      interest: 'from-due',
      consumerInterest: null,
      businessInterest: null,
      isVatDeductible: true,
      paymentOrder: null,
      keepsCostsOpen: true,
      validFrom: '2026-01-01',
      reason: 'voorwaarden',
      by: 'Karin',
    });
    const { _id: debtorId } = await world.given.debtor({ kind: 'sole-trader' });
    const dates = { invoicedOn: '2026-01-02', dueOn: '2026-03-01' };
    await world.given.invoice({ debtorId, totalCents: cents(100_000), ...dates });

    const claim = await world.claims.specify(world.scope, debtorId, '2026-04-01');

    expect(claim.totals.interest).toMatchObject({ openCents: 834 });
    expect(claim.lines.at(-1)?.ground?.article).toContain('art. 6:119a');
  });
});

describe('a flow that is chosen for an administration', () => {
  it('is one that was drawn for the law of its country', async () => {
    const service = createAdministrationService({ ...world, flowsIn: chosenFlowsIn(world.store) });
    const { administrationId } = world.place;
    const steps = { wait: afterDue(20), letter: mail() };
    const abroad = await world.publish('abroad', flowOf(world, steps, { country: 'ZZ' }));
    const home = await world.publish('home', flowOf(world, steps));
    const chosen = (flowId: typeof home) => ({
      flowChoice: { steady: home, unknown: flowId, fluctuating: null, erratic: null },
    });

    await expect(
      service.update(world.scope, administrationId, chosen(abroad)),
    ).rejects.toMatchObject({
      code: 'FLOW_OF_OTHER_COUNTRY',
      message: 'The flow abroad is for ZZ, and these books are in NL.',
      details: { flow: 'abroad', flowCountry: 'ZZ', country: 'NL' },
    });
    await service.update(world.scope, administrationId, chosen(home));

    // Books do not move away from under their flows either.
    await expect(
      service.update(world.scope, administrationId, { country: 'ZZ' } as never),
    ).rejects.toMatchObject({ code: 'FLOW_OF_OTHER_COUNTRY' });
    const row = await world.store.table(administrations).in(world.scope).byId(administrationId);
    expect(row).toMatchObject({ country: 'NL', flowChoice: { unknown: home } });
  });

  it('has that country from its first drawing on', async () => {
    const { agencyId, creditorId, administrationId } = world.place;
    const { store: rows, scope, flows } = world;
    const drafts = createFlowDrafts({ store: rows, definitions: flows.definitions });
    const books = rows.table(administrations).in(scope);
    const set = (country: string) =>
      books.updateOne({ _id: administrationId }, { $set: { country } });

    await set('ZZ');
    const abroad = await drafts.start(scope, { agencyId, creditorId }, 'Drawn abroad');
    await set('NL');
    const general = await drafts.start(scope, { agencyId, creditorId: null }, 'Drawn at home');

    expect([abroad.draft, general.draft]).toMatchObject([{ country: 'ZZ' }, { country: 'NL' }]);
  });
});
