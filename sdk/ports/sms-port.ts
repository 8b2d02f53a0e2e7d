import type { Cents } from '../money.ts';
import type { ActingPort, Instant } from './connector-port.ts';

export type OutgoingSms = {
  /** Same key, same message. */
  readonly key: string;
  /** E.164, such as `+31612345678`. */
  readonly to: string;
  /** A number in E.164, or a name of at most 11 letters and digits. */
  readonly from: string;
  /** At most 1,600 characters; longer messages are cut into parts by the provider. */
  readonly text: string;
};

export type SmsStatus = {
  readonly state: 'accepted' | 'sent' | 'delivered' | 'undelivered';
  readonly at: Instant | null;
  /** In the provider's words, for a person. */
  readonly reason: string | null;
};

/** Sends text messages. Throws the four errors of `connector-errors.ts`. */
export type SmsPort = ActingPort & {
  send(sms: OutgoingSms): Promise<{
    readonly providerId: string;
    /** Into how many parts it was cut; null when the provider does not say. */
    readonly parts: number | null;
    readonly costCents: Cents | null;
  }>;
  status(providerId: string): Promise<SmsStatus>;
};
