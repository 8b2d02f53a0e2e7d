import { fakeTools } from '@inning/sdk/testing';
import type { Registries } from '../../../core/host/index.ts';
import type { Place, Places } from './places.ts';

/** What plugins keep outside the tables: one of each per agency, told to the place under its noun. */
export async function seedPlugins(registries: Registries, places: Places): Promise<void> {
  const byAgency = new Map<string, Promise<string>>();
  for (const place of Object.values(places)) {
    const sent = byAgency.get(place.agencyId) ?? keepMail(registries, place);
    byAgency.set(place.agencyId, sent);
    place.ids.set('messages', await sent);
  }
}

/** A mail in the trial mailbox of the agency. */
async function keepMail(registries: Registries, { agencyId, name }: Place): Promise<string> {
  const mailbox = registries.port('mail').find(({ pluginId }) => pluginId === 'mail-mailbox');
  if (!mailbox) throw new Error('there is no trial mailbox');
  const scope = { agencyId, administrationId: null };
  const { providerId } = await mailbox.factory({}, scope, fakeTools()).send({
    key: agencyId,
    agencyId,
    sentAt: new Date('2026-03-02T08:00:00Z'),
    messageId: `<${agencyId}@example.nl>`,
    from: { address: 'creditor@example.nl' },
    to: { address: 'debtor@example.nl' },
    subject: `A mail of the ${name}`,
    html: '<p>Hello</p>',
    text: 'Hello',
    attachments: [],
  });
  return providerId;
}
