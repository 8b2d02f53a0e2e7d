import {
  asFields,
  asText,
  type CalendarDate,
  ConnectorAmbiguousError,
  ConnectorRefusedError,
  isCalendarDate,
  type JsonFields,
  type LetterState,
  type PluginHttp,
  type PostPort,
} from '@inning/sdk';
import { askLob } from './ask-lob.ts';
import { letterForm } from './letter-form.ts';

/** Lob's tracking events, as far as they change what we say of a letter. */
const STATES: Readonly<Record<string, LetterState>> = {
  Mailed: 'posted',
  'In Transit': 'posted',
  'In Local Area': 'posted',
  'Processed for Delivery': 'posted',
  'Re-Routed': 'posted',
  'International Exit': 'posted',
  'Pickup Available': 'posted',
  Delivered: 'delivered',
  'Returned to Sender': 'returned',
};

export function createLobPost(http: PluginHttp, useType: string): PostPort {
  const letter = (providerId: string) =>
    askLob(http, { path: `/letters/${encodeURIComponent(providerId)}` });

  return {
    isIdempotent: true,
    concurrency: 5,

    async send(outgoing) {
      const { contentType, bodyBase64 } = letterForm(outgoing, useType);
      const answer = await askLob(http, {
        path: '/letters',
        method: 'POST',
        headers: { 'content-type': contentType, 'idempotency-key': outgoing.key },
        body: bodyBase64,
        bodyEncoding: 'base64',
      });
      const providerId = asText(answer['id']);
      if (providerId === null) {
        throw new ConnectorAmbiguousError(
          'Lob answered without an id; it may have taken the letter.',
        );
      }
      return { providerId, costCents: null };
    },

    status: async (providerId) => statusOf(await letter(providerId)),

    async proof(providerId) {
      const found = await letter(providerId);
      const postedOn = eventsOf(found).find(({ state }) => state === 'posted')?.on ?? null;
      if (postedOn === null) return null;
      return { postedOn, trackingNumber: asText(found['tracking_number']), document: null };
    },

    async cancel(providerId) {
      const path = `/letters/${encodeURIComponent(providerId)}`;
      try {
        const answer = await askLob(http, { path, method: 'DELETE' });
        return { isCancelled: answer['deleted'] === true };
      } catch (error) {
        if (!isTooLate(error)) throw error;
        return { isCancelled: false };
      }
    },
  };
}

const isTooLate = (error: unknown) =>
  error instanceof ConnectorRefusedError && error.details['problem'] === 'not_deletable';

function statusOf(letter: JsonFields) {
  if (letter['deleted'] === true) return { state: 'cancelled' as const, on: null, reason: null };
  const last = eventsOf(letter).at(-1);
  return last ?? { state: 'accepted' as const, on: dayOf(letter['date_created']), reason: null };
}

/** Oldest first, as Lob gives them. */
function eventsOf(letter: JsonFields) {
  const events = Array.isArray(letter['tracking_events']) ? letter['tracking_events'] : [];
  return events.map(asFields).flatMap((event) => {
    const name = asText(event['name']);
    const state = name === null ? undefined : STATES[name];
    return state ? [{ state, on: dayOf(event['time']), reason: name }] : [];
  });
}

function dayOf(moment: unknown): CalendarDate | null {
  const day = asText(moment)?.slice(0, 10);
  return isCalendarDate(day) ? day : null;
}
