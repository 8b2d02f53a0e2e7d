import { openWorld } from '../../../core/domain/testing/world.ts';
import { toId } from '../../../core/store/index.ts';
import { paymentMatcher } from '../../../plugins/payment-matching/port/payment-matcher.ts';
import { openFeedOfHundreds } from './feed-of-hundreds.ts';

/** A process of its own that reads a bank, so that a test can kill it at any moment. */
const [uri = '', lines = '0', now = '', ...ids] = process.argv.slice(2);
const [agencyId, creditorId, administrationId] = ids.map(toId);
if (!agencyId || !creditorId || !administrationId) throw new Error('three ids are needed');
const place = { agencyId, creditorId, administrationId };
const world = await openWorld(uri, { place, matcherFor: async () => paymentMatcher(90) });
world.clock.moveTo(new Date(now));
const { bank, feeds } = openFeedOfHundreds(world, Number(lines));
bank.consents.set('consent-1', 'valid');
process.stdout.write('ready\n');
await feeds.sweep(world.scope);
await world.close();
