import { message } from '@inning/sdk';
import type { Communication } from '../../domain/communications/index.ts';
import { newId } from '../../store/index.ts';
import type { AskedLetter } from './mail-round.ts';

/** The row of a letter before it has been made. Its key is unique: a letter has one row for ever. */
export function draftRow({ asked }: AskedLetter, now: Date): Communication {
  const { instance, key, nodeId, claim, facts, letter } = asked;
  const { administration } = facts;
  return {
    _id: newId(),
    agencyId: instance.agencyId,
    creditorId: instance.creditorId,
    administrationId: instance.administrationId,
    key,
    debtorId: instance.debtorId,
    instanceId: instance._id,
    nodeId,
    channel: 'mail',
    template: letter.template,
    language: letter.language,
    to: letter.to,
    divertedTo: administration.testMode ? administration.testAddress : null,
    subject: '',
    fingerprint: '',
    openCents: claim.overdueCents,
    state: 'reserved',
    reservedAt: now,
    sentAt: null,
    sentOn: null,
    attempts: 0,
    nextAttemptAt: null,
    providerId: null,
    because: administration.testMode ? message('letter.test-mode') : null,
    returnedOn: null,
    returnedReason: null,
    returnedBy: null,
  };
}
