import { newId } from '../../store/index.ts';
import { type Communication, communications } from '../communications/index.ts';
import type { Debtor } from '../debtors/index.ts';
import type { World } from './world.ts';

/** A letter to a debtor in any state, as the engine would have left it. */
export async function givenLetter(
  world: World,
  debtor: Debtor,
  more: Partial<Communication> = {},
): Promise<Communication> {
  const _id = newId();
  const { agencyId, creditorId, administrationId } = debtor;
  return world.store
    .table(communications)
    .in(world.scope)
    .insert({
      _id,
      agencyId,
      creditorId,
      administrationId,
      key: _id.toHexString(),
      debtorId: debtor._id,
      channel: 'mail',
      template: 'first-reminder',
      language: 'nl',
      to: 'info@debtor.example',
      subject: 'Herinnering',
      fingerprint: 'f',
      openCents: 10_000,
      state: 'sent',
      reservedAt: world.clock.now(),
      ...more,
    });
}
