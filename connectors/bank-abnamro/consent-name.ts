import { type CalendarDate, ConnectorRefusedError, isCalendarDate } from '@inning/sdk';

/** The bank gives a consent no name: it is known by who asked for it, and by its last day. */
export type ConsentName = { readonly holder: string; readonly until: CalendarDate };

export const nameConsent = ({ holder, until }: ConsentName): string => `abnamro:${holder}:${until}`;

export function readConsentName(consent: string): ConsentName {
  const [bank, holder, until] = consent.split(':');
  if (bank === 'abnamro' && holder && isCalendarDate(until)) return { holder, until };
  throw new ConnectorRefusedError('This is no consent of ABN AMRO.');
}
