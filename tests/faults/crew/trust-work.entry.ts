import { bankLine, bankStatement } from '../../../core/domain/testing/bank.ts';
import { numberMatcher } from '../../../core/domain/testing/number-matcher.ts';
import { openWorld } from '../../../core/domain/testing/world.ts';
import { TrustFileTakenError, trustRemittances } from '../../../core/domain/trust/index.ts';
import { newId, toId } from '../../../core/store/index.ts';

/**
 * A day at a trust account in a process of its own, so that a test can kill it at any moment: statements
 * come in, remittances are made, approved, handed to the bank and shown by it. Whoever begins again
 * begins at the first statement.
 */
const [uri = '', statements = '0', each = '0', ...ids] = process.argv.slice(2);
const [agencyId, creditorId, administrationId] = ids.map(toId);
const place = {
  agencyId: agencyId ?? newId(),
  creditorId: creditorId ?? newId(),
  administrationId: administrationId ?? newId(),
};
const world = await openWorld(uri, { place, matcherFor: async () => numberMatcher });
const { trustAccounts, trustRemittances: remittances, trustStatementFiles } = world.trust;
const [account] = await trustAccounts.list(world.scope);
if (!account) throw new Error('there is no trust account');
const [anna, bram] = ['Anna', 'Bram'].map((name) => ({ userId: newId(), name }));
if (!anna || !bram) throw new Error('two people are needed');
process.stdout.write('ready\n');

const receive = (lines: Parameters<typeof bankStatement>[0]) =>
  trustStatementFiles.receive(world.scope, account._id, [
    bankStatement(lines, { account: account.iban }),
  ]);
const inState = (state: 'proposed' | 'approved') =>
  world.store.table(trustRemittances).in(world.scope).find({ state });

for (let number = 0; number < Number(statements); number += 1) {
  const lines = Array.from({ length: Number(each) }, (_, index) => {
    const name = `K-${number * Number(each) + index}`;
    return bankLine(1_000, { bankReference: `IN-${name}`, description: `factuur ${name}` });
  });
  await receive(lines);
  await remit();
}
await world.close();
process.stdout.write('finished\n');

async function remit(): Promise<void> {
  if (!account || !anna || !bram) return;
  const asked = { trustAccountId: account._id, creditorIds: [], by: anna };
  await remittances.propose(world.scope, asked).catch(unlessNothing);
  for (const { _id } of await inState('proposed')) {
    await remittances.approve(world.scope, _id, bram);
  }
  for (const { _id, payments } of await inState('approved')) {
    await takeFile(_id);
    const paid = payments.map((one) =>
      bankLine(-one.amountCents, {
        bankReference: `OUT-${one.endToEndId}`,
        endToEndId: one.endToEndId,
      }),
    );
    await receive(paid);
  }
}

/** Whoever died with the file in his hands finds it noted, and has to say that he wants it again. */
async function takeFile(id: ReturnType<typeof newId>): Promise<void> {
  if (!bram) return;
  try {
    await remittances.file(world.scope, id, { by: bram, again: false });
  } catch (error) {
    if (!(error instanceof TrustFileTakenError)) throw error;
    process.stdout.write('again\n');
    await remittances.file(world.scope, id, { by: bram, again: true });
  }
}

function unlessNothing(error: { code?: string }): void {
  if (error.code !== 'NOTHING_TO_REMIT') throw error;
}
