import { openWorld } from '../../../core/domain/testing/world.ts';
import { toId } from '../../../core/store/index.ts';
import { paymentMatcher } from '../../../plugins/payment-matching/port/payment-matcher.ts';
import { statementOfThousands } from './statement-of-thousands.ts';

/** A process of its own that takes a statement, so that a test can kill it at any moment. */
const [uri = '', lines = '0', ...ids] = process.argv.slice(2);
const [agencyId, creditorId, administrationId] = ids.map(toId);
if (!agencyId || !creditorId || !administrationId) throw new Error('three ids are needed');
const place = { agencyId, creditorId, administrationId };
const world = await openWorld(uri, { place, matcherFor: async () => paymentMatcher(90) });
process.stdout.write('ready\n');
await world.statements.receive(world.scope, administrationId, [
  statementOfThousands(Number(lines)),
]);
await world.close();
