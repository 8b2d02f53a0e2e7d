import { ConnectorRefusedError } from '@inning/sdk';

export type ConsentName = {
  readonly bank: string;
  readonly holder: string;
  /** As the bank calls it; its last day where the bank has no consents. */
  readonly consentId: string;
};

export const nameConsent = ({ bank, holder, consentId }: ConsentName): string =>
  `${bank}:${holder}:${consentId}`;

export function readConsentName(consent: string): ConsentName {
  const [, bank, holder, consentId] = /^([^:]+):([^:]+):(.+)$/.exec(consent) ?? [];
  if (!bank || !holder || !consentId) {
    throw new ConnectorRefusedError('This is no consent of this connector.');
  }
  return { bank, holder, consentId };
}
